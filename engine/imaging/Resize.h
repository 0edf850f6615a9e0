// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// tf.image.resize(method='bilinear', antialias=False): half-pixel centres, float32 arithmetic in
/// TensorFlow's order (ResizeBilinear kernel), not rounded. Input (H, W, C) of u8 or f32; output (height,
/// width, C) f32 in the input's range.
[[nodiscard]] core::PixelBuffer resizeBilinear(const core::PixelBuffer& input, int width, int height);

/// Area-averaged reduction for thumbnails and previews, u8 in and out, aspect kept, longer side `longest`
/// pixels at most.
[[nodiscard]] core::PixelBuffer shrinkToFit(const core::PixelBuffer& input, int longest);

} // namespace pleurascope::imaging
