// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/RegionStatistics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace pleurascope::imaging {
namespace {

constexpr int width = 60;
constexpr int height = 40;

std::uint16_t storedAt(int column, int row) {
    return std::uint16_t(1000 + 7 * column + 13 * row + (column * row) % 11);
}

Image film() {
    std::vector<std::uint16_t> samples;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column)
            samples.push_back(storedAt(column, row));
    Image image;
    image.pixels = core::PixelBuffer::fromVector(width, height, 1, core::SampleType::u16, std::move(samples));
    image.display.rescaleSlope = 2;
    image.display.rescaleIntercept = -1024;
    return image;
}

/// The plain way: every pixel asked, two passes in long double.
RegionStatistics plainly(
    const std::function<bool(double, double)>& isWithin,
    const std::function<bool(double)>& counts = [](double) { return true; }) {
    std::vector<long double> values;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column)
            if (isWithin(column + 0.5, row + 0.5) && counts(storedAt(column, row)))
                values.push_back(storedAt(column, row) * 2.0L - 1024);
    RegionStatistics result;
    result.pixels = std::int64_t(values.size());
    long double sum = 0;
    for (const auto value : values)
        sum += value;
    const long double mean = sum / values.size();
    long double squares = 0;
    for (const auto value : values)
        squares += (value - mean) * (value - mean);
    result.mean = double(mean);
    result.deviation = double(std::sqrt(squares / values.size()));
    result.lowest = double(*std::min_element(values.begin(), values.end()));
    result.highest = double(*std::max_element(values.begin(), values.end()));
    return result;
}

void expectEqual(const std::optional<RegionStatistics>& actual, const RegionStatistics& expected) {
    ASSERT_TRUE(actual.has_value());
    EXPECT_EQ(actual->pixels, expected.pixels);
    EXPECT_NEAR(actual->mean, expected.mean, 1e-9);
    EXPECT_NEAR(actual->deviation, expected.deviation, 1e-9);
    EXPECT_EQ(actual->lowest, expected.lowest);
    EXPECT_EQ(actual->highest, expected.highest);
}

TEST(RegionStatistics, OfARectangleAreExact) {
    const FilmPoint outline[] = {{10, 5}, {30, 5}, {30, 25}, {10, 25}};
    const auto expected = plainly([](double x, double y) { return x > 10 && x < 30 && y > 5 && y < 25; });
    EXPECT_EQ(expected.pixels, 400);
    expectEqual(statisticsWithin(film(), outline), expected);
}

TEST(RegionStatistics, OfAnEllipseAreThoseOfItsPixels) {
    const auto expected = plainly([](double x, double y) {
        return std::pow((x - 30.2) / 20.3, 2) + std::pow((y - 20.1) / 11.7, 2) < 1;
    });
    expectEqual(statisticsWithinEllipse(film(), {9.9, 8.4}, {50.5, 31.8}), expected);
    expectEqual(statisticsWithinEllipse(film(), {50.5, 31.8}, {9.9, 8.4}), expected); // drawn from below
}

TEST(RegionStatistics, OfAnOutlineWithADentLeaveTheDentOut) {
    const FilmPoint outline[] = {{5, 5}, {50, 5}, {50, 35}, {28, 15}, {5, 35}};
    const auto expected = plainly([&](double x, double y) {
        bool within = false;
        for (std::size_t i = 0; i < 5; ++i) {
            const FilmPoint& a = outline[i];
            const FilmPoint& b = outline[(i + 1) % 5];
            if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
                within = !within;
        }
        return within;
    });
    expectEqual(statisticsWithin(film(), outline), expected);
}

TEST(RegionStatistics, LeavePaddingOutAndClipAtTheFilm) {
    Image image = film();
    image.display.padding = PaddingRange{1000, 1200};
    const FilmPoint outline[] = {{-20, -20}, {200, -20}, {200, 200}, {-20, 200}};
    expectEqual(statisticsWithin(image, outline),
                plainly([](double, double) { return true; }, [](double stored) { return stored > 1200; }));
}

TEST(RegionStatistics, AreNoneWithoutPixels) {
    const FilmPoint sliver[] = {{10.6, 10.6}, {11.4, 10.6}, {11.4, 11.4}, {10.6, 11.4}};
    EXPECT_FALSE(statisticsWithin(film(), sliver));
    EXPECT_FALSE(statisticsWithin(film(), {}));
    EXPECT_FALSE(statisticsWithinEllipse(film(), {5, 5}, {5, 5}));
    const FilmPoint outside[] = {{100, 100}, {120, 100}, {120, 120}};
    EXPECT_FALSE(statisticsWithin(film(), outside));
}

TEST(RegionStatistics, AWindowSpansTheRegionWithoutItsExtremes) {
    const auto window = windowWithin(film(), {10, 5}, {30, 25});
    ASSERT_TRUE(window.has_value());
    const auto all = plainly([](double x, double y) { return x > 10 && x < 30 && y > 5 && y < 25; });
    const double low = window->centre - 0.5 - (window->width - 1) / 2;
    const double high = window->centre - 0.5 + (window->width - 1) / 2;
    EXPECT_GT(low, all.lowest);
    EXPECT_LT(high, all.highest);
    EXPECT_GT(high - low, 0.9 * (all.highest - all.lowest));
    EXPECT_FALSE(windowWithin(film(), {10, 5}, {10.9, 5.9})); // one pixel has no width
}

TEST(RegionStatistics, SinglePixelsTellBothValues) {
    EXPECT_EQ(storedValuesAt(film(), 3, 2), std::vector<double>{double(storedAt(3, 2))});
    EXPECT_EQ(modalityValueAt(film(), 3, 2), storedAt(3, 2) * 2.0 - 1024);
    EXPECT_TRUE(storedValuesAt(film(), width, 0).empty());
    EXPECT_FALSE(modalityValueAt(film(), 0, -1));
    Image colour;
    colour.pixels =
        core::PixelBuffer::fromVector(1, 1, 3, core::SampleType::u8, std::vector<std::uint8_t>{9, 8, 7});
    EXPECT_EQ(storedValuesAt(colour, 0, 0), (std::vector<double>{9, 8, 7}));
    EXPECT_FALSE(modalityValueAt(colour, 0, 0));
}

} // namespace
} // namespace pleurascope::imaging
