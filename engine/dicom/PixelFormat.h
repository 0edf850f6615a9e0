// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/AttributeReader.h"

#include <cstdint>
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
    std::string photometricInterpretation;

    [[nodiscard]] bool isColour() const {
        return samples > 1 || photometricInterpretation == "PALETTE COLOR";
    }
    [[nodiscard]] std::uint64_t pixelsPerFrame() const {
        return std::uint64_t(rows) * std::uint64_t(columns);
    }
    [[nodiscard]] std::uint64_t samplesPerFrame() const { return pixelsPerFrame() * std::uint64_t(samples); }
    /// Of a frame that is not encoded; YBR_FULL_422 shares its chroma between two pixels (PS3.3 C.7.6.3.1.2).
    [[nodiscard]] std::uint64_t nativeBitsPerFrame() const;
};

/// `nativeBytes` of pixel data (0 where encapsulated) tell missing depths. Errors: damaged, limitExceeded (a
/// decoded frame of more than 2 GiB).
[[nodiscard]] core::Result<PixelFormat> readPixelFormat(AttributeReader& attributes,
                                                        std::uint64_t nativeBytes,
                                                        std::vector<std::string>& assumptions);

} // namespace pleurascope::dicom
