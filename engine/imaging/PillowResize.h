// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// Pillow's Image.resize(BICUBIC), bit for bit (src/libImaging/Resample.c): separable cubic convolution with
/// a = -0.5, widened when reducing, weights in 22-bit fixed point, columns first and rounded to 8 bits
/// between the passes. u8, (H, W, C) to (height, width, C); a pass whose size does not change is left out.
[[nodiscard]] core::PixelBuffer resizeBicubic(const core::PixelBuffer& input, int width, int height);

} // namespace pleurascope::imaging
