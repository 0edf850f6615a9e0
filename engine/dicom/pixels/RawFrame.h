// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelMemory.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace pleurascope::dicom {

/// What three (or four) samples of a pixel mean, PS3.3 C.7.6.3.1.2.
enum class ColourModel : std::uint8_t { rgb, ybrFull, ybrPartial, argb, cmyk };

/// One frame as the file or a decoder left it: samples one after another, in lines without gaps.
struct RawFrame {
    std::span<const std::byte> bytes;  ///< may be shorter than the frame: the rest is missing
    std::shared_ptr<const void> owner; ///< keeps `bytes` alive; none where nobody does beyond the call
    std::size_t firstBit =
        0;                 ///< of the frame in `bytes`, where samples are no whole bytes or bytes are swapped
    int samples = 1;       ///< a pixel
    int bitsAllocated = 8; ///< of a sample here; 1 to 32, lowest bit first where no whole bytes
    int precision = 0;     ///< bits that the decoder gave, 0 where it cannot tell
    bool isBigEndian = false;
    bool isSwappedBytes = false; ///< pairs of bytes are swapped: 8 bits in big endian words
    bool isPlanar = false;       ///< all first samples, then all second ones
    bool isHalfChroma = false;   ///< two pixels as Y1 Y2 Cb Cr
    bool isLossy = false;        ///< values may lie a little outside of what was encoded
    bool isSignExtended = false; ///< negative values fill their container
    ColourModel model = ColourModel::rgb;
};

/// Memory for a frame that is decoded, not cleared. A grey one may become the film as it is, and comes from
/// where films are made.
[[nodiscard]] inline std::shared_ptr<std::byte[]> newFrameMemory(std::size_t bytes, int samples) {
    return samples == 1 ? core::newPixelMemory(bytes) : std::make_shared_for_overwrite<std::byte[]>(bytes);
}

} // namespace pleurascope::dicom
