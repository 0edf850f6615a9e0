// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// A part of a picture in whole pixels; right and bottom are the first column and row outside.
struct Box {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
    [[nodiscard]] bool isEmpty() const { return right <= left || bottom <= top; }
    bool operator==(const Box&) const = default;
};

/// The pixels of `box`, which must not be empty but may reach beyond the picture: what lies outside is 0
/// (Pillow's Image.crop). u8, (H, W, C).
[[nodiscard]] core::PixelBuffer crop(const core::PixelBuffer& input, const Box& box);

} // namespace pleurascope::imaging
