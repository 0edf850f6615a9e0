// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Crop.h"

#include "engine/imaging/FreshPixels.h"

#include <algorithm>
#include <cassert>

namespace pleurascope::imaging {

core::PixelBuffer crop(const core::PixelBuffer& input, const Box& box) {
    assert(!box.isEmpty());
    assert(input.type() == core::SampleType::u8);
    const auto channels = std::size_t(input.channels());
    const auto samples = input.samples<std::uint8_t>();
    FreshPixels<std::uint8_t> result(box.width(), box.height(), input.channels());
    std::ranges::fill(result.samples(), std::uint8_t(0));
    const int left = std::max(box.left, 0);
    const int right = std::min(box.right, input.width());
    if (right <= left)
        return result.finish();
    const std::size_t length = std::size_t(right - left) * channels;
    for (int y = std::max(box.top, 0); y < std::min(box.bottom, input.height()); ++y) {
        const std::size_t start =
            (std::size_t(y) * std::size_t(input.width()) + std::size_t(left)) * channels;
        std::copy_n(samples.data() + start, length,
                    result.row(y - box.top) + std::size_t(left - box.left) * channels);
    }
    return result.finish();
}

} // namespace pleurascope::imaging
