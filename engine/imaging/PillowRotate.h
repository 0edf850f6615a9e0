// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// What becomes of the corners that a turned picture sticks out with.
enum class TurnedCorners : std::uint8_t { cutOff, kept /**< the canvas grows */ };

/// Pillow's Image.rotate(angle, BICUBIC): about the centre, `degrees` counter-clockwise, pixels outside the
/// picture are `outside`. Multiples of 90 degrees that fit the canvas move pixels only. u8, (H, W, C).
[[nodiscard]] core::PixelBuffer rotate(const core::PixelBuffer& input, int degrees, TurnedCorners corners,
                                       std::uint8_t outside = 0);

} // namespace pleurascope::imaging
