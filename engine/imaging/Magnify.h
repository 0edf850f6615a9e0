// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/imaging/PixelRect.h"

namespace pleurascope::imaging {

/// What stands between pixels: nothing (each is a square), a straight line, or Lanczos' kernel over 8 x 8.
enum class Interpolation : std::uint8_t { nearest, linear, lanczos };

/// The part `source` of a rendered picture (u8, 1 or 3 channels) at width x height: half-pixel centres, edges
/// repeated (OpenCV's INTER_NEAREST_EXACT, INTER_LINEAR, INTER_LANCZOS4). What a viewer does last, after the
/// window: 8 bits a sample are four times as quick to enlarge as 16.
[[nodiscard]] core::PixelBuffer magnified(const core::PixelBuffer& levels, const PixelRect& source, int width,
                                          int height, Interpolation interpolation = Interpolation::linear);

} // namespace pleurascope::imaging
