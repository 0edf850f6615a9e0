// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/pixels/Codestream.h"
#include "engine/dicom/pixels/PixelsInFile.h"
#include "engine/dicom/pixels/RawFrame.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// The Image Pixel Module's description of a frame (PS3.3 C.7.6.3), checked and completed.
struct PixelFormat {
    int rows = 0;
    int columns = 0;
    int samples = 1;
    int frames = 1;
    int bitsAllocated = 0;
    int bitsStored = 0;
    int highBit = 0;
    bool isSigned = false;
    bool isPlanar = false; ///< Planar Configuration 1
    std::string photometricInterpretation;

    [[nodiscard]] bool isPalette() const { return photometricInterpretation == "PALETTE COLOR"; }
    [[nodiscard]] std::uint64_t pixelsPerFrame() const {
        return std::uint64_t(rows) * std::uint64_t(columns);
    }
    [[nodiscard]] std::uint64_t samplesPerFrame() const { return pixelsPerFrame() * std::uint64_t(samples); }
    /// Two pixels share their chroma where such a frame is not encoded (PS3.3 C.7.6.3.1.2).
    [[nodiscard]] bool isHalfChroma() const {
        return photometricInterpretation == "YBR_FULL_422" || photometricInterpretation == "YBR_PARTIAL_422";
    }
    /// What the samples mean by their photometric interpretation. YBR_RCT and YBR_ICT are RGB once decoded.
    [[nodiscard]] ColourModel colourModel() const;
};

/// Errors: limitExceeded (a decoded frame beyond core::decodedLimit()).
[[nodiscard]] core::Result<void> checkDecodedSize(const PixelFormat& format);

/// What the pixel data themselves tell of attributes that are missing.
struct PixelEvidence {
    std::uint64_t nativeBytes = 0;                ///< 0 where encapsulated
    std::optional<CodestreamHeader> codestream{}; ///< of the first frame, where it is encoded
    bool isFloat = false;                         ///< Float or Double Float Pixel Data: depths do not apply
};

/// Errors: damaged (no size), unsupportedFormat (a depth), limitExceeded (a decoded frame beyond
/// core::decodedLimit()).
[[nodiscard]] core::Result<PixelFormat> readPixelFormat(AttributeReader& attributes,
                                                        const PixelEvidence& evidence,
                                                        std::vector<std::string>& assumptions);

} // namespace pleurascope::dicom
