// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Measuring.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace pleurascope::imaging {
namespace {

constexpr PixelScale pixels;
constexpr PixelScale millimetres{0.2, 0.1, LengthUnit::atDetector};

TEST(Measuring, LengthsAreInTheUnitOfTheScale) {
    EXPECT_DOUBLE_EQ(distance({10, 10}, {13, 14}, pixels), 5);
    EXPECT_DOUBLE_EQ(distance({0, 0}, {30, 0}, millimetres), 6);
    EXPECT_DOUBLE_EQ(distance({0, 0}, {15, 40}, millimetres), 5);
    const FilmPoint corner[] = {{0, 0}, {3, 0}, {3, 4}};
    EXPECT_DOUBLE_EQ(pathLength(corner, pixels), 7);
}

TEST(Measuring, AnglesAreThoseOfTheBodyWherePixelsAreNotSquare) {
    EXPECT_DOUBLE_EQ(angleDegrees({10, 0}, {0, 0}, {0, 10}, pixels), 90);
    EXPECT_DOUBLE_EQ(angleDegrees({10, 0}, {0, 0}, {-10, 0}, pixels), 180);
    EXPECT_DOUBLE_EQ(angleDegrees({10, 0}, {0, 0}, {10, 20}, millimetres), 45);
    EXPECT_DOUBLE_EQ(angleDegrees({5, 5}, {5, 5}, {9, 9}, pixels), 0);
    for (int degrees = 1; degrees < 180; ++degrees) {
        const double angle = degrees * std::numbers::pi / 180;
        EXPECT_NEAR(angleDegrees({100, 0}, {0, 0}, {100 * std::cos(angle), 100 * std::sin(angle)}, pixels),
                    degrees, 1e-9);
    }
}

TEST(Measuring, CobbAnglesDoNotDependOnTheWayALineWasDrawn) {
    const FilmPoint a{0, 0}, b{100, 0}, c{0, 300};
    const FilmPoint d{100 * std::cos(0.5), 300 + 100 * std::sin(0.5)};
    const double expected = 0.5 * 180 / std::numbers::pi;
    EXPECT_NEAR(cobbDegrees(a, b, c, d, pixels), expected, 1e-9);
    EXPECT_NEAR(cobbDegrees(b, a, c, d, pixels), expected, 1e-9);
    EXPECT_NEAR(cobbDegrees(a, b, d, c, pixels), expected, 1e-9);
}

TEST(Measuring, AreasAreInSquaresOfTheUnit) {
    const FilmPoint triangle[] = {{0, 0}, {10, 0}, {0, 20}};
    EXPECT_DOUBLE_EQ(polygonArea(triangle, pixels), 100);
    EXPECT_DOUBLE_EQ(polygonArea(triangle, millimetres), 2);
}

TEST(Measuring, TheCardiothoracicRatioIsMeasuredAcrossTheMidline) {
    const CardiothoracicMeasure upright{
        {{80, 200}, {180, 220}}, {{50, 240}, {250, 240}}, {{150, 0}, {150, 300}}};
    const auto ratio = cardiothoracicRatio(upright, pixels);
    EXPECT_DOUBLE_EQ(ratio.heartWidth, 100);
    EXPECT_DOUBLE_EQ(ratio.thoraxWidth, 200);
    EXPECT_DOUBLE_EQ(ratio.ratio, 0.5);
    // the same chest, tilted by 10 degrees
    const auto tilt = [](FilmPoint p) {
        const double angle = std::numbers::pi / 18;
        return FilmPoint{p.x * std::cos(angle) - p.y * std::sin(angle),
                         p.x * std::sin(angle) + p.y * std::cos(angle)};
    };
    CardiothoracicMeasure tilted = upright;
    for (auto* ends : {&tilted.heart, &tilted.thorax, &tilted.midline})
        for (FilmPoint& point : *ends)
            point = tilt(point);
    EXPECT_NEAR(cardiothoracicRatio(tilted, pixels).ratio, 0.5, 1e-12);
    EXPECT_EQ(cardiothoracicRatio({{{0, 0}, {5, 0}}, {{0, 0}, {0, 0}}, {{0, 0}, {0, 9}}}, pixels).ratio, 0);
}

} // namespace
} // namespace pleurascope::imaging
