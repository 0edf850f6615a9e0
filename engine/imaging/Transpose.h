// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// The ways to lay a picture down again that move pixels and change none.
enum class Transposition : std::uint8_t { flipLeftRight, flipTopBottom, rotate90, rotate180, rotate270 };

/// Pillow's Image.transpose; rotations are counter-clockwise and by 90 and 270 degrees swap width and height.
/// u8, (H, W, C).
[[nodiscard]] core::PixelBuffer transpose(const core::PixelBuffer& input, Transposition transposition);

} // namespace pleurascope::imaging
