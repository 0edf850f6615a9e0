// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace pleurascope::dicom {

/// Brings the symbols of a JPEG codestream's DC and lossless Huffman tables (DHT, ITU-T T.81 B.2.4.2) into
/// their range, in place: each is a number of bits, 0 to 15 of a DCT process and 0 to 16 of the lossless one
/// (tables F.1 and H.2). DCMTK looks them up in a table of that size without a check, as some encoders list
/// larger ones that they never use; a frame that does use one is damaged, and decodes to something. `marker`
/// is that of the frame header, 0xc3 for lossless.
void boundHuffmanSymbols(std::span<std::uint8_t> codestream, int marker);

} // namespace pleurascope::dicom
