// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/OverlayPlanes.h"

#include <gmock/gmock.h>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;
using core::SampleType;
using ::testing::ElementsAre;

PixelBuffer grey(int width, int height, std::uint8_t level) {
    return PixelBuffer::fromVector(width, height, 1, SampleType::u8,
                                   std::vector<std::uint8_t>(std::size_t(width * height), level));
}

std::vector<int> levels(const PixelBuffer& pixels) {
    const auto samples = pixels.samples<std::uint8_t>();
    return {samples.begin(), samples.end()};
}

/// 3 x 3 with its diagonal set: bits 0, 4, 8 of 0x111.
Overlay diagonal(int top, int left) {
    Overlay overlay;
    overlay.top = top;
    overlay.left = left;
    overlay.rows = overlay.columns = 3;
    overlay.bits = {0x11, 0x01};
    return overlay;
}

TEST(OverlayPlanesTest, BitsAreCountedFromTheLowestRowByRow) {
    const Overlay overlay = diagonal(0, 0);
    EXPECT_TRUE(overlay.isSet(1, 1));
    EXPECT_FALSE(overlay.isSet(1, 0));
    const std::vector overlays{overlay};
    EXPECT_THAT(levels(withOverlays(grey(3, 3, 7), overlays)), ElementsAre(255, 7, 7, 7, 255, 7, 7, 7, 255));
}

TEST(OverlayPlanesTest, WhatLiesOutsideTheFilmIsCut) {
    const std::vector overlays{diagonal(-1, -1), diagonal(1, 1)};
    EXPECT_THAT(levels(withOverlays(grey(2, 2, 7), overlays)), ElementsAre(255, 7, 7, 255));
}

TEST(OverlayPlanesTest, ColourIsCoveredInAllChannels) {
    const auto rgb = PixelBuffer::fromVector<std::uint8_t>(2, 1, 3, SampleType::u8, {1, 2, 3, 4, 5, 6});
    const std::vector overlays{diagonal(0, 0)};
    EXPECT_THAT(levels(withOverlays(rgb, overlays)), ElementsAre(255, 255, 255, 4, 5, 6));
}

TEST(OverlayPlanesTest, CoverageIsTheSquareRootOfTheShare) {
    Overlay overlay;
    overlay.rows = overlay.columns = 4;
    overlay.bits = {0x0f, 0x00}; // the first row
    const std::vector overlays{overlay};
    const auto half = overlayCoverage(overlays, {0, 0, 4, 4}, 2, 2);
    EXPECT_THAT(levels(half), ElementsAre(180, 180, 0, 0)); // 255 * sqrt(1/2)
    const auto right = overlayCoverage(overlays, {2, 0, 2, 2}, 2, 2);
    EXPECT_THAT(levels(right), ElementsAre(255, 255, 0, 0));
    EXPECT_TRUE(overlayCoverage(overlays, {0, 2, 4, 2}, 2, 2).isEmpty());
}

TEST(OverlayPlanesTest, ShortBitsEndTheOverlay) {
    Overlay overlay = diagonal(0, 0);
    overlay.bits.pop_back();
    const std::vector overlays{overlay};
    EXPECT_THAT(levels(withOverlays(grey(3, 3, 7), overlays)), ElementsAre(255, 7, 7, 7, 255, 7, 7, 7, 7));
}

DisplayParameters shuttered(Shutter shutter) {
    DisplayParameters display;
    display.shutter = std::move(shutter);
    return display;
}

TEST(ShutterTest, TheEdgesOfARectangleAreShown) {
    Shutter shutter;
    shutter.rectangle = {1, 2, 0, 0};
    EXPECT_THAT(levels(withShutter(grey(4, 2, 9), shuttered(shutter))), ElementsAre(0, 9, 9, 0, 0, 0, 0, 0));
}

TEST(ShutterTest, ACircleOnPixelsThatAreNotSquareIsRoundInTheWorld) {
    Shutter shutter;
    shutter.circle = {5, 5, 4};
    EXPECT_TRUE(isShown(shutter, {}, 1, 9, 5));
    EXPECT_TRUE(isShown(shutter, {}, 2, 5, 9));
    EXPECT_TRUE(isShown(shutter, {}, 2, 7, 5));
    EXPECT_FALSE(isShown(shutter, {}, 2, 8, 5)); // three rows are six columns high
}

TEST(ShutterTest, AllShapesMustShowAPixel) {
    Shutter shutter;
    shutter.rectangle = {0, 9, 0, 9};
    shutter.polygon = {{0, 0}, {0, 10}, {10, 0}};
    EXPECT_TRUE(isShown(shutter, {}, 1, 2, 2));
    EXPECT_FALSE(isShown(shutter, {}, 1, 8, 8));
    EXPECT_FALSE(isShown(shutter, {}, 1, 2, 11));
}

TEST(ShutterTest, ABitmapHidesItsBits) {
    Shutter shutter;
    shutter.overlayGroup = 0x6000;
    const std::vector overlays{diagonal(0, 0)};
    EXPECT_FALSE(isShown(shutter, overlays, 1, 1, 1));
    EXPECT_TRUE(isShown(shutter, overlays, 1, 1, 2));
    EXPECT_TRUE(isShown(shutter, overlays, 1, 30, 2));
}

TEST(ShutterTest, WhatIsHiddenTakesThePresentationValueAndTurnsWithTheFilm) {
    Shutter shutter;
    shutter.rectangle = {0, 0, 0, 0};
    shutter.presentationValue = 0x8080;
    EXPECT_THAT(levels(withShutter(grey(2, 1, 9), shuttered(shutter))), ElementsAre(9, 128));
    EXPECT_THAT(levels(withShutter(grey(2, 1, 9), shuttered(shutter), true)), ElementsAre(9, 127));
    EXPECT_THAT(levels(withShutter(grey(2, 1, 9), {})), ElementsAre(9, 9));
}

} // namespace
} // namespace pleurascope::imaging
