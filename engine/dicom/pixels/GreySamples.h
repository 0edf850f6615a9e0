// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/RawFrame.h"

#include <cstdint>

namespace pleurascope::dicom {

/// Stored values of a frame of one sample a pixel, (H, W, 1) in 8, 16 or 32 bits, signed or not: masked and
/// sign-extended to Bits Stored (PS3.5 8.1.1), values that a lossy decoder put beyond it clamped. Pixels that
/// are missing are `background`. Where samples are already what they shall be, the buffer shares the frame's
/// memory.
[[nodiscard]] core::PixelBuffer greySamples(const RawFrame& frame, const PixelFormat& format,
                                            std::int32_t background);

/// The same of Float (f32) or Double Float Pixel Data (f64), by `frame.bitsAllocated`.
[[nodiscard]] core::PixelBuffer floatSamples(const RawFrame& frame, const PixelFormat& format);

/// A frame with its bytes in the order of this machine and samples in whole bytes: packed ones come as 8, 16
/// or 32 bits each. Frames that are so already are passed through.
[[nodiscard]] RawFrame inHostOrder(const RawFrame& frame, std::uint64_t sampleCount);

} // namespace pleurascope::dicom
