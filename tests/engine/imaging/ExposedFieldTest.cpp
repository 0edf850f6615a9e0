// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ExposedField.h"

#include "engine/imaging/GreyScale.h"

#include <gtest/gtest.h>

#include <random>

namespace pleurascope::imaging {
namespace {

constexpr int side = 512;

/// A film whose values go from 1000 to 3000 from left to right, with noise, inside a frame of `border` pixels
/// at `ground`.
Image framed(int border, std::uint16_t ground) {
    std::mt19937 random(7);
    std::vector<std::uint16_t> samples;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const bool isInside = x >= border && y >= border && x < side - border && y < side - border;
            samples.push_back(isInside ? std::uint16_t(1000 + 2000 * x / side + int(random() % 200))
                                       : std::uint16_t(ground + random() % 4));
        }
    Image image{core::PixelBuffer::fromVector(side, side, 1, core::SampleType::u16, std::move(samples)), {}};
    image.display.bitsStored = 16;
    return image;
}

TEST(ExposedFieldTest, AFlatBorderIsLeftOutAndItsInsideIsNot) {
    const ExposedField field(framed(96, 40));
    EXPECT_TRUE(field.isPartOfFilm());
    EXPECT_FALSE(field.contains(3, 3));
    EXPECT_FALSE(field.contains(side - 4, 200));
    EXPECT_TRUE(field.contains(side / 2, side / 2));
    EXPECT_TRUE(field.contains(110, 110));
}

TEST(ExposedFieldTest, WithoutABorderTheWholeFilmCounts) {
    const ExposedField field(framed(0, 0));
    EXPECT_FALSE(field.isPartOfFilm());
    EXPECT_TRUE(field.contains(0, 0));
    EXPECT_TRUE(field.contains(side - 1, side - 1));
}

TEST(ExposedFieldTest, AFilmThatIsAllGroundIsKeptWhole) {
    const ExposedField field(framed(side, 40));
    EXPECT_FALSE(field.isPartOfFilm());
    EXPECT_TRUE(field.contains(5, 5));
}

TEST(ExposedFieldTest, SmallPicturesAreNotLookedInto) {
    const Image image{core::PixelBuffer::fromVector<std::uint8_t>(2, 1, 1, core::SampleType::u8, {0, 255}),
                      {}};
    EXPECT_FALSE(ExposedField(image).isPartOfFilm());
}

// Collimators at either end of the range, and of any width, must not take contrast from the tissue.
TEST(ExposedFieldTest, TheAutomaticWindowDoesNotSeeCollimators) {
    const Window plain = automaticWindow(framed(0, 0));
    for (const std::uint16_t ground : {std::uint16_t(0), std::uint16_t(60000)})
        for (const int border : {48, 100}) {
            const Window window = automaticWindow(framed(border, ground));
            EXPECT_GT(window.centre - window.width / 2, 900) << ground << ' ' << border;
            EXPECT_LT(window.centre + window.width / 2, 3300) << ground << ' ' << border;
            EXPECT_LE(window.width, plain.width + 20) << ground << ' ' << border;
        }
}

} // namespace
} // namespace pleurascope::imaging
