// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/InputPlanes.h"

#include "engine/imaging/GreyScale.h"

#include <gmock/gmock.h>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;
using core::SampleType;

TEST(InputPlanesTest, AGreyFilmGivesOnePlaneOfTheWantedSize) {
    Image image{PixelBuffer::fromVector<std::uint8_t>(2, 2, 1, SampleType::u8, {0, 255, 0, 255}), {}};
    image.display.windows = {{128, 256, VoiFunction::linear, {}}};
    const auto planes = inputPlanes(image, 4);
    EXPECT_EQ(planes.channels, 1);
    ASSERT_EQ(planes.values.size(), 16u);
    EXPECT_FLOAT_EQ(planes.values[0], 0);
    EXPECT_FLOAT_EQ(planes.values[1], 63.75f);
    EXPECT_FLOAT_EQ(planes.values[3], 255);
}

TEST(InputPlanesTest, ColourIsSplitIntoPlanes) {
    Image image{PixelBuffer::fromVector<std::uint8_t>(1, 1, 3, SampleType::u8, {1, 2, 3}), {}};
    EXPECT_THAT(inputPlanes(image, 2).values,
                ::testing::ElementsAre(1.f, 1.f, 1.f, 1.f, 2.f, 2.f, 2.f, 2.f, 3.f, 3.f, 3.f, 3.f));
}

TEST(InputPlanesTest, ANetworkSeesWhatTheReaderSees) {
    Image image{PixelBuffer::fromVector<std::uint16_t>(2, 1, 1, SampleType::u16, {0, 4095}), {}};
    image.display.inverted = true;
    EXPECT_THAT(inputPlanes(image, 2).values, ::testing::ElementsAre(255.f, 0.f, 255.f, 0.f));
}

} // namespace
} // namespace pleurascope::imaging
