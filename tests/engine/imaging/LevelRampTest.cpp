// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/LevelRamp.h"

#include "engine/imaging/GreyScale.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;
using core::SampleType;

/// Each value that 16 bits can have, once.
template <class T>
std::vector<T> everyValue() {
    std::vector<T> values(65536);
    std::iota(values.begin(), values.end(), std::numeric_limits<T>::min());
    return values;
}

std::uint8_t rounded(double level) {
    return std::uint8_t(std::lround(std::clamp(level, 0.0, 255.0)));
}

template <class T>
int rampsThatAreRight(SampleType type) {
    const auto values = everyValue<T>();
    std::mt19937 generator(3);
    std::uniform_real_distribution<double> part(0, 1);
    int ramps = 0;
    for (int i = 0; i < 60; ++i) {
        // widths from 1 to 65536; half of them whole numbers, as files have them
        double width = std::exp2(16 * part(generator)), centre = 70000 * part(generator) - 3000;
        if (i % 2 == 0) {
            width = std::floor(width);
            centre = std::floor(centre);
        }
        const Line line{255 / width, (0.5 - centre / width) * 255};
        const auto level = [&](double stored) { return rounded(line.gain * stored + line.offset); };
        const auto ramp = LevelRamp::of<T>(line, false, level);
        if (!ramp)
            continue;
        ++ramps;
        std::vector<std::uint8_t> levels(values.size());
        ramp->template apply<T>(values, levels);
        for (std::size_t k = 0; k < values.size(); ++k)
            if (levels[k] != level(values[k]))
                ADD_FAILURE() << "window " << centre << ", " << width << " at " << values[k] << ' '
                              << int(type);
    }
    return ramps;
}

TEST(LevelRampTest, WhereThereIsOneEachLevelIsThatOfTheLine) {
    EXPECT_GT(rampsThatAreRight<std::uint16_t>(SampleType::u16), 40);
    EXPECT_GT(rampsThatAreRight<std::int16_t>(SampleType::s16), 40);
}

TEST(LevelRampTest, WhatIsNoLineHasNone) {
    const Line line{0.1, 3};
    const auto straight = [&](double stored) { return rounded(line.gain * stored + line.offset); };
    EXPECT_TRUE(LevelRamp::of<std::uint16_t>(line, false, straight));
    EXPECT_FALSE(LevelRamp::of<std::uint16_t>(line, true, straight));
    EXPECT_FALSE(LevelRamp::of<std::uint16_t>(
        line, false, [&](double stored) { return rounded(line.gain * stored + line.offset + 0.2); }));
    for (const Line other :
         {Line{-0.1, 255}, Line{0, 7}, Line{1e-6, 0}, Line{1e6, 0}, Line{1, NAN}, Line{NAN, 0}})
        EXPECT_FALSE(LevelRamp::of<std::uint16_t>(
            other, false, [&](double stored) { return rounded(other.gain * stored + other.offset); }));
}

TEST(LevelRampTest, AnyNumberOfSamplesIsDone) {
    const Line line{1, 0};
    const auto ramp = LevelRamp::of<std::uint16_t>(
        line, true, [](double stored) { return std::uint8_t(255 - rounded(stored)); });
    ASSERT_TRUE(ramp);
    for (std::size_t count = 0; count < 40; ++count) {
        std::vector<std::uint16_t> samples(count, 5);
        std::vector<std::uint8_t> levels(count + 1, 77);
        ramp->apply<std::uint16_t>(samples, std::span(levels).first(count));
        EXPECT_EQ(std::ranges::count(levels, 250), std::ptrdiff_t(count));
        EXPECT_EQ(levels[count], 77);
    }
}

/// Floating point has no ramp and no table: each value goes through the chain.
template <class T>
void expectTheChainsLevels(SampleType type, const Window& window, const DisplayParameters& display) {
    const auto values = everyValue<T>();
    const Image narrow{PixelBuffer::fromVector(256, 256, 1, type, values), display};
    const Image wide{PixelBuffer::fromVector(256, 256, 1, SampleType::f32,
                                             std::vector<float>(values.begin(), values.end())),
                     display};
    for (const bool invert : {false, true}) {
        const auto levels = render(narrow, window, invert), chain = render(wide, window, invert);
        EXPECT_TRUE(std::ranges::equal(levels.bytes(), chain.bytes()))
            << window.centre << ' ' << window.width << ' ' << int(window.function) << ' ' << int(type);
    }
}

TEST(LevelRampTest, FilmsAreRenderedAsTheChainWouldHaveThem) {
    DisplayParameters plain;
    plain.bitsStored = 16;
    auto rescaled = plain, inverted = plain, padded = plain, falling = plain;
    rescaled.rescaleSlope = 0.37;
    rescaled.rescaleIntercept = -1024;
    inverted.inverted = true;
    padded.padding = PaddingRange{0, 3};
    falling.rescaleSlope = -1;
    for (const auto& display : {plain, rescaled, inverted, padded, falling})
        for (const auto function : {VoiFunction::linear, VoiFunction::linearExact, VoiFunction::sigmoid})
            for (const auto& [centre, width] : std::vector<std::pair<double, double>>{{2048, 4096},
                                                                                      {40, 400},
                                                                                      {128, 256},
                                                                                      {0, 1},
                                                                                      {100.3, 17.7},
                                                                                      {-600, 1500},
                                                                                      {1e9, 3},
                                                                                      {7, 0.5}}) {
                const Window window{centre, width, function, {}};
                expectTheChainsLevels<std::uint16_t>(SampleType::u16, window, display);
                expectTheChainsLevels<std::int16_t>(SampleType::s16, window, display);
            }
}

} // namespace
} // namespace pleurascope::imaging
