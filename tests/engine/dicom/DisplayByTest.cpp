// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/presentation/PresentationState.h"

#include <gtest/gtest.h>

namespace pleurascope::dicom {
namespace {

TEST(DisplayByTest, TheStatesGreyScaleTakesThePlaceOfTheImages) {
    imaging::DisplayParameters image;
    image.bitsStored = 12;
    image.rescaleSlope = 3;
    image.windows = {{1, 2, {}, {}}};
    image.inverted = true; // MONOCHROME1
    image.presentationTable = imaging::LookupTable{};
    image.padding = imaging::PaddingRange{5, 5};
    PresentationState state;
    auto display = displayBy(state, image, "1", 0);
    EXPECT_EQ(display.rescaleSlope, 1);
    EXPECT_FALSE(display.inverted);
    EXPECT_FALSE(display.presentationTable);
    ASSERT_EQ(display.windows.size(), 1U);
    EXPECT_EQ(imaging::VoiFunction::linearExact, display.windows[0].function);
    EXPECT_EQ(display.windows[0].centre, 4095 / 2.0);
    EXPECT_EQ(display.windows[0].width, 4095);
    EXPECT_TRUE(display.padding);
    state.voi = {{{{"c", "2", {}}}, {{1, 1, {}, {}}}, {}}, {{{"c", "1", {}}}, {{40, 400, {}, {}}}, {}}};
    state.isInverse = true;
    display = displayBy(state, image, "1", 0);
    EXPECT_EQ(display.windows[0].centre, 40);
    EXPECT_TRUE(display.inverted);
}

TEST(DisplayByTest, TablesOfSignedImagesBeginBelowZero) {
    imaging::DisplayParameters image;
    image.bitsStored = 12;
    image.isSigned = true;
    PresentationState state;
    state.modality = ModalityTransform{1, 0, imaging::LookupTable{63488, 16, {1, 2, 3}, {}}};
    EXPECT_EQ(displayBy(state, image, "1", 0).modalityTable->firstMapped, -2048);
    image.isSigned = false;
    EXPECT_EQ(displayBy(state, image, "1", 0).modalityTable->firstMapped, 63488);
}

TEST(DisplayByTest, OnlyActivatedOverlaysAreShown) {
    imaging::DisplayParameters image;
    image.overlays.resize(2);
    image.overlays[1].group = 0x6002;
    PresentationState state;
    EXPECT_TRUE(displayBy(state, image, "1", 0).overlays.empty());
    state.activations = {{0x6002, "L"}};
    ASSERT_EQ(displayBy(state, image, "1", 0).overlays.size(), 1U);
    EXPECT_EQ(displayBy(state, image, "1", 0).overlays[0].group, 0x6002);
}

} // namespace
} // namespace pleurascope::dicom
