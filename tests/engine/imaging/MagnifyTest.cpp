// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Magnify.h"

#include <gmock/gmock.h>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;
using core::SampleType;
using ::testing::ElementsAre;

std::vector<int> levels(const PixelBuffer& pixels) {
    const auto samples = pixels.samples<std::uint8_t>();
    return {samples.begin(), samples.end()};
}

TEST(MagnifyTest, InterpolatesBetweenPixelCentresAndRepeatsEdges) {
    const auto row = PixelBuffer::fromVector<std::uint8_t>(2, 1, 1, SampleType::u8, {0, 100});
    EXPECT_THAT(levels(magnified(row, {0, 0, 2, 1}, 4, 2)), ElementsAre(0, 25, 75, 100, 0, 25, 75, 100));
}

TEST(MagnifyTest, SeesThePartAlone) {
    const auto square =
        PixelBuffer::fromVector<std::uint8_t>(3, 3, 1, SampleType::u8, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    EXPECT_THAT(levels(magnified(square, {1, 1, 2, 2}, 2, 2)), ElementsAre(5, 6, 8, 9));
    EXPECT_THAT(levels(magnified(square, {2, 0, 1, 1}, 2, 1)), ElementsAre(3, 3));
}

TEST(MagnifyTest, ColourKeepsItsChannels) {
    const auto pixel = PixelBuffer::fromVector<std::uint8_t>(1, 1, 3, SampleType::u8, {1, 2, 3});
    EXPECT_THAT(levels(magnified(pixel, {0, 0, 1, 1}, 2, 1)), ElementsAre(1, 2, 3, 1, 2, 3));
}

} // namespace
} // namespace pleurascope::imaging
