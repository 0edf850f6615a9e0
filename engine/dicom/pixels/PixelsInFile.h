// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace pleurascope::dicom {

/// A grey frame that needs no decoder: it lies in its file in one piece, samples in whole bytes in the order
/// of this machine. Whoever has the file reads `bytes()` bytes at `offset` and masks them.
struct PixelsInFile {
    std::uint64_t offset = 0; ///< of the first sample in the file
    int width = 0;
    int height = 0;
    core::SampleType type = core::SampleType::u8; ///< of integers; as signed as the values are
    int bitsStored = 8;
    int highBit = 7; ///< PS3.5 8.1.1; a value lies below it or just so

    [[nodiscard]] std::uint64_t bytes() const {
        return std::uint64_t(width) * std::uint64_t(height) * core::sampleSize(type);
    }
};

/// Makes stored values of samples as they lie in the file: masked and sign-extended to Bits Stored, as
/// greySamples does. `samples` are any whole number of them, aligned for their type.
void maskSamples(std::span<std::byte> samples, const PixelsInFile& pixels);

} // namespace pleurascope::dicom
