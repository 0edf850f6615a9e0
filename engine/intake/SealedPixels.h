// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/core/Result.h"
#include "engine/intake/Descriptor.h"

namespace pleurascope::intake {

/// Copies pixels into a memfd that can no longer be written, grown or shrunk (F_SEAL_*). Errors: outOfMemory.
[[nodiscard]] core::Result<Descriptor> sealPixels(const core::PixelBuffer& pixels);

/// What the pixels in a memfd are said to be.
struct PixelShape {
    int width = 0;
    int height = 0;
    int channels = 1;
    core::SampleType type = core::SampleType::u8;

    [[nodiscard]] std::uint64_t bytes() const {
        return std::uint64_t(width) * std::uint64_t(height) * std::uint64_t(channels) *
               core::sampleSize(type);
    }
};

/// Maps them read-only, without a copy; the buffer unmaps when its last copy goes. The sender is not
/// believed: what is no memfd, is not sealed or has another size than `shape` is refused. Errors:
/// readerCrashed.
[[nodiscard]] core::Result<core::PixelBuffer> mapSealedPixels(const Descriptor& file,
                                                              const PixelShape& shape);

} // namespace pleurascope::intake
