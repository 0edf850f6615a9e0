// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// A part of a picture in whole pixels; lies within it.
struct PixelRect {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

/// The part `source` of a rendered picture (u8, 1 or 3 channels), enlarged to width x height: bilinear,
/// half-pixel centres, edges repeated (OpenCV's INTER_LINEAR). What a viewer does last, after the window: 8
/// bits a sample are four times as quick to enlarge as 16.
[[nodiscard]] core::PixelBuffer magnified(const core::PixelBuffer& levels, const PixelRect& source, int width,
                                          int height);

} // namespace pleurascope::imaging
