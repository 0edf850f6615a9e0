// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ScreenPixels.h"

#include <gtest/gtest.h>

namespace pleurascope::imaging {
namespace {

std::vector<int> screen(int channels, std::vector<std::uint8_t> samples) {
    const int width = int(samples.size()) / channels;
    const auto pixels = screenPixels(
        core::PixelBuffer::fromVector(width, 1, channels, core::SampleType::u8, std::move(samples)));
    EXPECT_EQ(pixels.channels(), 4);
    const auto all = pixels.samples<std::uint8_t>();
    return {all.begin(), all.end()};
}

TEST(ScreenPixels, GreyIsTheSameInAllColours) {
    EXPECT_EQ(screen(1, {0, 7}), (std::vector<int>{0, 0, 0, 255, 7, 7, 7, 255}));
}

TEST(ScreenPixels, ColoursChangeTheirOrder) {
    EXPECT_EQ(screen(3, {1, 2, 3}), (std::vector<int>{3, 2, 1, 255}));
}

} // namespace
} // namespace pleurascope::imaging
