// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Orientation.h"

#include <gtest/gtest.h>

#include <numeric>

namespace pleurascope::imaging {
namespace {

template <class T>
core::PixelBuffer numbered(int width, int height, int channels, core::SampleType type) {
    std::vector<T> samples(std::size_t(width * height * channels));
    std::iota(samples.begin(), samples.end(), T(1));
    return core::PixelBuffer::fromVector(width, height, channels, type, std::move(samples));
}

template <class T>
std::vector<T> samplesOf(const core::PixelBuffer& pixels) {
    const auto samples = pixels.samples<T>();
    return {samples.begin(), samples.end()};
}

TEST(Orientation, QuarterTurnsAreClockwise) {
    const auto pixels = numbered<std::uint16_t>(3, 2, 1, core::SampleType::u16); // 1 2 3 / 4 5 6
    const auto turned = oriented(pixels, {1, false});
    EXPECT_EQ(turned.width(), 2);
    EXPECT_EQ(turned.height(), 3);
    EXPECT_EQ(samplesOf<std::uint16_t>(turned), (std::vector<std::uint16_t>{4, 1, 5, 2, 6, 3}));
    EXPECT_EQ(samplesOf<std::uint16_t>(oriented(pixels, {2, false})),
              (std::vector<std::uint16_t>{6, 5, 4, 3, 2, 1}));
    EXPECT_EQ(samplesOf<std::uint16_t>(oriented(pixels, {3, false})),
              (std::vector<std::uint16_t>{3, 6, 2, 5, 1, 4}));
}

TEST(Orientation, MirrorsBeforeItTurns) {
    const auto pixels = numbered<std::uint8_t>(2, 1, 3, core::SampleType::u8);
    EXPECT_EQ(samplesOf<std::uint8_t>(oriented(pixels, {0, true})),
              (std::vector<std::uint8_t>{4, 5, 6, 1, 2, 3}));
    EXPECT_EQ(samplesOf<std::uint8_t>(oriented(pixels, {1, true})),
              (std::vector<std::uint8_t>{4, 5, 6, 1, 2, 3}));
    EXPECT_EQ(samplesOf<std::uint8_t>(oriented(pixels, {3, true})),
              (std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6}));
}

// What a reader asks for concerns the film as it lies, however it came to lie so.
TEST(Orientation, StepsActOnThePictureAsItLies) {
    const auto pixels = numbered<double>(3, 2, 1, core::SampleType::f64);
    for (int turns = 0; turns < 4; ++turns)
        for (const bool mirrored : {false, true}) {
            const Orientation start{turns, mirrored};
            const auto lying = oriented(pixels, start);
            EXPECT_EQ(samplesOf<double>(oriented(pixels, start.turned(1))),
                      samplesOf<double>(oriented(lying, {1, false})));
            EXPECT_EQ(samplesOf<double>(oriented(pixels, start.turned(-1))),
                      samplesOf<double>(oriented(lying, {3, false})));
            EXPECT_EQ(samplesOf<double>(oriented(pixels, start.flippedLeftRight())),
                      samplesOf<double>(oriented(lying, {0, true})));
            EXPECT_EQ(samplesOf<double>(oriented(pixels, start.flippedTopBottom())),
                      samplesOf<double>(oriented(lying, {2, true})));
            EXPECT_EQ(start.flippedLeftRight().flippedLeftRight(), start);
        }
}

TEST(Orientation, SharesTheBufferWhereNothingMoves) {
    const auto pixels = numbered<std::uint8_t>(4, 4, 1, core::SampleType::u8);
    EXPECT_EQ(oriented(pixels, {}).bytes().data(), pixels.bytes().data());
}

} // namespace
} // namespace pleurascope::imaging
