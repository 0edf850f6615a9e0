// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Transpose.h"

#include "engine/imaging/Crop.h"

#include <gmock/gmock.h>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;
using ::testing::ElementsAre;

/// 1 2 3
/// 4 5 6
PixelBuffer six() {
    return PixelBuffer::fromVector(3, 2, 1, core::SampleType::u8,
                                   std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6});
}

TEST(TransposeTest, EachWayMovesThePixelsToTheirPlaces) {
    const auto after = [](Transposition way) {
        const auto result = transpose(six(), way);
        const auto samples = result.samples<std::uint8_t>();
        return std::vector<int>(samples.begin(), samples.end());
    };
    EXPECT_THAT(after(Transposition::flipLeftRight), ElementsAre(3, 2, 1, 6, 5, 4));
    EXPECT_THAT(after(Transposition::flipTopBottom), ElementsAre(4, 5, 6, 1, 2, 3));
    EXPECT_THAT(after(Transposition::rotate90), ElementsAre(3, 6, 2, 5, 1, 4));
    EXPECT_THAT(after(Transposition::rotate180), ElementsAre(6, 5, 4, 3, 2, 1));
    EXPECT_THAT(after(Transposition::rotate270), ElementsAre(4, 1, 5, 2, 6, 3));
    EXPECT_EQ(transpose(six(), Transposition::rotate90).width(), 2);
}

TEST(CropTest, WhatLiesOutsideThePictureIsBlack) {
    const auto result = crop(six(), {-1, 1, 2, 4});
    EXPECT_THAT(result.samples<std::uint8_t>(), ElementsAre(0, 4, 5, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(crop(six(), {7, 7, 8, 8}).samples<std::uint8_t>(), ElementsAre(0));
    EXPECT_THAT(crop(six(), {1, 0, 3, 2}).samples<std::uint8_t>(), ElementsAre(2, 3, 5, 6));
}

} // namespace
} // namespace pleurascope::imaging
