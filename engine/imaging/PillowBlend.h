// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// Pillow's Image.blend of an even grey `level` with the picture: level + factor * (sample - level) in
/// float32, cut to 0..255 and truncated. Factor 0 gives the grey, 1 the picture. u8, (H, W, C).
[[nodiscard]] core::PixelBuffer blendWithGrey(const core::PixelBuffer& input, int level, double factor);

/// The mean grey level, rounded half up, as ImageEnhance.Contrast takes it; colours count by ITU-R 601-2
/// luma, in Pillow's fixed point. u8, one channel or three.
[[nodiscard]] int meanGrey(const core::PixelBuffer& input);

} // namespace pleurascope::imaging
