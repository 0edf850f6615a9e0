// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace pleurascope::dicom {

/// The frame header of a codestream: SOF of JPEG (ITU-T T.81 B.2.2) and JPEG-LS (T.87 C.2.2), SIZ and COD of
/// JPEG 2000 (T.800 A.5.1, A.6.1).
struct CodestreamHeader {
    int marker = 0;    ///< JPEG: 0xc0 to 0xcf, which process encoded it; 0xf7 is JPEG-LS
    int precision = 0; ///< bits a sample
    int rows = 0;      ///< -1 where the field says what no picture is
    int columns = 0;
    int components = 0;
    int tileRows = 0; ///< JPEG 2000
    int tileColumns = 0;
    bool isSigned = false;               ///< JPEG 2000 alone can tell
    bool isReversible = false;           ///< JPEG 2000: the 5-3 wavelet, without rounding
    bool hasComponentTransform = false;  ///< JPEG 2000: RCT or ICT
    bool isJfif = false;                 ///< JPEG: an APP0 segment, which promises YCbCr
    std::optional<int> adobeTransform;   ///< JPEG: of the APP14 segment; 0 RGB, 1 YCbCr
    std::array<int, 3> componentNames{}; ///< JPEG: 'R', 'G', 'B' in some
    std::size_t offset = 0;              ///< of the codestream: behind the boxes of a JP2 file
};

/// Of JPEG and JPEG-LS. Nothing where there is no frame header in `bytes`.
[[nodiscard]] std::optional<CodestreamHeader> readCodestreamHeader(std::span<const std::byte> bytes);

/// Whether headers of packets lie apart from their data (PPM and PPT, T.800 A.7.4 and A.7.5). `codestream`
/// begins with SOC and may end early.
[[nodiscard]] bool hasPackedPacketHeaders(std::span<const std::byte> codestream);

/// Of JPEG 2000, bare or in a JP2 file. `precision` is that of the first component.
[[nodiscard]] std::optional<CodestreamHeader> readJpeg2000Header(std::span<const std::byte> bytes);

} // namespace pleurascope::dicom
