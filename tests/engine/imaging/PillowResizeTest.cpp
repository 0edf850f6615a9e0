// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/PillowResize.h"

#include "tests/golden/FillFormula.h"
#include "tests/golden/NpyFile.h"
#include "tests/golden/SharedFolder.h"

#include <gmock/gmock.h>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;

PixelBuffer even(int width, int height, std::uint8_t level) {
    return PixelBuffer::fromVector(width, height, 1, core::SampleType::u8,
                                   std::vector<std::uint8_t>(std::size_t(width * height), level));
}

TEST(PillowResizeTest, EverySizeGivesPillowsPixels) {
    const auto input =
        PixelBuffer::fromVector(40, 30, 3, core::SampleType::u8, testing::filledImage(0, 30, 40));
    for (const auto& [width, height] : {std::pair{33, 21}, {40, 30}, {7, 5}, {80, 90}}) {
        const auto name = "golden/keras/h_augmentor/pil_resize_bicubic_" + std::to_string(width) + "x" +
                          std::to_string(height) + ".npy";
        PLEURASCOPE_NEEDS_SHARED(name);
        const auto expected = testing::readNpy(testing::sharedFile(name));
        const auto actual = resizeBicubic(input, width, height);
        ASSERT_EQ(actual.sampleCount(), expected.values.size());
        const auto samples = actual.samples<std::uint8_t>();
        EXPECT_EQ(std::vector<double>(samples.begin(), samples.end()), expected.values) << name;
    }
}

TEST(PillowResizeTest, AnEvenPictureStaysEven) {
    for (const int level : {0, 1, 127, 255})
        for (const auto& [width, height] : {std::pair{1, 1}, {3, 50}, {64, 2}}) {
            const auto actual = resizeBicubic(even(17, 11, std::uint8_t(level)), width, height);
            EXPECT_THAT(actual.samples<std::uint8_t>(), ::testing::Each(level));
        }
}

TEST(PillowResizeTest, AnEdgeDoesNotOverflow) {
    std::vector<std::uint8_t> samples(64, 0);
    std::fill(samples.begin() + 32, samples.end(), std::uint8_t(255));
    const auto actual = resizeBicubic(PixelBuffer::fromVector(8, 8, 1, core::SampleType::u8, samples), 8, 31);
    const auto rows = actual.samples<std::uint8_t>();
    for (std::size_t i = 8; i < rows.size(); ++i)
        EXPECT_GE(rows[i] + 20, rows[i - 8]); // what overflowed would have wrapped round to the other end
    EXPECT_EQ(rows.front(), 0);
    EXPECT_EQ(rows.back(), 255);
}

} // namespace
} // namespace pleurascope::imaging
