// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/HeatmapOverlay.h"

#include <gmock/gmock.h>

#include <cmath>

namespace pleurascope::imaging {
namespace {

core::PixelBuffer map(int width, int height, std::vector<float> values) {
    return core::PixelBuffer::fromVector(width, height, 1, core::SampleType::f32, std::move(values));
}

TEST(ContoursTest, AHillHasOneClosedLineAtItsRadius) {
    constexpr int size = 41;
    std::vector<float> values;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            values.push_back(float(20 - std::hypot(x - 20, y - 20)));
    const auto lines = contours(map(size, size, values), 10);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_TRUE(lines[0].closed);
    EXPECT_GT(lines[0].points.size(), 40u);
    for (const auto& [x, y] : lines[0].points)
        EXPECT_NEAR(std::hypot(x - 20.5, y - 20.5), 10, 0.1);
}

TEST(ContoursTest, ALineThatLeavesTheMapStaysOpen) {
    const auto lines = contours(map(3, 2, {0, 1, 2, 0, 1, 2}), 0.5);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_FALSE(lines[0].closed);
    ASSERT_EQ(lines[0].points.size(), 2u);
    for (const auto& [x, y] : lines[0].points)
        EXPECT_FLOAT_EQ(x, 1.f);
}

TEST(ContoursTest, TwoPeaksAboveTheirSaddleHaveTwoLines) {
    const std::vector<float> values{0, 0, 0, 0, 0, 0, 5, 1, 5, 0, 0, 0, 0, 0, 0};
    EXPECT_EQ(contours(map(5, 3, values), 2).size(), 2u);
    EXPECT_EQ(contours(map(5, 3, values), 0.5).size(), 1u);
}

TEST(ContoursTest, ADiagonalSaddleIsJoinedWhereItsMiddleIsHigh) {
    const auto closedLines = [](float background) {
        const auto b = background;
        return contours(map(4, 4, {0, 0, 0, 0, 0, 4, b, 0, 0, b, 4, 0, 0, 0, 0, 0}), 1.5).size();
    };
    EXPECT_EQ(closedLines(1.f), 1u);  // mean 2.5: one island
    EXPECT_EQ(closedLines(-2.f), 2u); // mean 1: two
}

TEST(ContoursTest, AFlatMapHasNone) {
    EXPECT_TRUE(contours(map(3, 3, std::vector<float>(9, 1.f)), 0.5).empty());
}

} // namespace
} // namespace pleurascope::imaging
