// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Transpose.h"

#include "engine/imaging/FreshPixels.h"

#include <algorithm>
#include <cassert>

namespace pleurascope::imaging {

namespace {

/// Where the output's first pixel lies in the input, and how far a step right or down in the output moves,
/// all in input pixels.
struct Walk {
    std::ptrdiff_t start = 0;
    std::ptrdiff_t right = 0;
    std::ptrdiff_t down = 0;
};

Walk walkOf(Transposition transposition, std::ptrdiff_t width, std::ptrdiff_t height) {
    switch (transposition) {
    case Transposition::flipLeftRight:
        return {width - 1, -1, width};
    case Transposition::flipTopBottom:
        return {(height - 1) * width, 1, -width};
    case Transposition::rotate90:
        return {width - 1, width, -1};
    case Transposition::rotate180:
        return {height * width - 1, -1, -width};
    case Transposition::rotate270:
        return {(height - 1) * width, -width, 1};
    }
    return {0, 1, width};
}

} // namespace

core::PixelBuffer transpose(const core::PixelBuffer& input, Transposition transposition) {
    assert(input.type() == core::SampleType::u8);
    const bool isTurned =
        transposition == Transposition::rotate90 || transposition == Transposition::rotate270;
    const int width = isTurned ? input.height() : input.width();
    const int height = isTurned ? input.width() : input.height();
    const Walk walk = walkOf(transposition, input.width(), input.height());
    const std::ptrdiff_t channels = input.channels();
    const auto* samples = input.samples<std::uint8_t>().data();
    FreshPixels<std::uint8_t> result(width, height, input.channels());
    for (int y = 0; y < height; ++y) {
        auto* out = result.row(y);
        for (int x = 0; x < width; ++x, out += channels)
            std::copy_n(samples + (walk.start + x * walk.right + y * walk.down) * channels, channels, out);
    }
    return result.finish();
}

} // namespace pleurascope::imaging
