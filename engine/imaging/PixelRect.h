// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::imaging {

/// A part of a picture in whole pixels; lies within it.
struct PixelRect {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;

    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

} // namespace pleurascope::imaging
