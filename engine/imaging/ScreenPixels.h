// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// Levels (u8, 1 or 3 channels, RGB) as a screen keeps them: u8, 4 channels in the order blue, green, red,
/// 255.
[[nodiscard]] core::PixelBuffer screenPixels(const core::PixelBuffer& levels);

} // namespace pleurascope::imaging
