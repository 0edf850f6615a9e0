// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pleurascope::dicom {

/// The families of transfer syntaxes (PS3.5 A) that matter for reading pixels.
enum class PixelCoding : std::uint8_t {
    native,
    rle,
    jpeg,
    jpegLossless,
    jpegLs,
    jpeg2000,      ///< HTJ2K too
    deflatedFrame, ///< each frame deflated by itself
    unsupported
};

/// Told by the UID's text, since DCMTK takes the ones it does not know for native Explicit VR Little Endian.
[[nodiscard]] PixelCoding pixelCoding(std::string_view transferSyntaxUid);

/// "JPEG 2000 Image Compression (Lossless Only)"; the UID itself where it has no name here.
[[nodiscard]] std::string transferSyntaxName(std::string_view transferSyntaxUid);

/// A coding that loses something each time: JPEG of the lossy processes, JPEG-LS near-lossless. One that may
/// or may not (JPEG 2000) is no sign by itself.
[[nodiscard]] bool isAlwaysLossy(std::string_view transferSyntaxUid);

/// The most samples that one encoded byte can stand for in lines of so many; 0 where there is no bound. Tells
/// a header that lies about its size before memory is taken.
[[nodiscard]] std::uint64_t samplesPerEncodedByte(PixelCoding coding, int columns);

} // namespace pleurascope::dicom
