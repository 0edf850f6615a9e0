// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gtest/gtest.h>

#include <bit>

namespace pleurascope::dicom {
namespace {

using test::bytesOf;
using test::SyntheticDicom;

Instance instanceOf(const SyntheticDicom& file) {
    const auto header = readHeader(bytesOf(file.file()));
    EXPECT_TRUE(header) << core::describe(header.error());
    return header ? header->instance : Instance{};
}

/// Rows' spacing as text with its source: "0.1 calibrated".
std::string spacingOf(const SyntheticDicom& file) {
    const auto spacing = instanceOf(file).spacing;
    const char* names[] = {"none", "at detector", "calibrated"};
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "%g ", spacing.row);
    return number.data() + std::string(names[int(spacing.source)]);
}

struct Spacings {
    std::string modality = "DX", pixel = {}, imager = {}, magnification = {}, calibration = {};
};

SyntheticDicom withSpacings(const Spacings& spacings) {
    SyntheticDicom file;
    file.text({0x0008, 0x0060}, "CS", spacings.modality);
    if (!spacings.pixel.empty())
        file.text({0x0028, 0x0030}, "DS", spacings.pixel);
    if (!spacings.imager.empty())
        file.text({0x0018, 0x1164}, "DS", spacings.imager);
    if (!spacings.magnification.empty())
        file.text({0x0018, 0x1114}, "DS", spacings.magnification);
    if (!spacings.calibration.empty())
        file.text({0x0028, 0x0a02}, "CS", spacings.calibration);
    return file;
}

TEST(SpacingReaderTest, WhatASpacingMeansDependsOnItsCompany) { // PS3.3 10.7.1.3
    EXPECT_EQ(spacingOf(withSpacings({.imager = "0.2\\0.2"})), "0.2 at detector");
    EXPECT_EQ(spacingOf(withSpacings({.pixel = "0.2\\0.2"})), "0.2 at detector");
    EXPECT_EQ(spacingOf(withSpacings({.pixel = "0.2\\0.2", .imager = "0.2\\0.2"})), "0.2 at detector");
    EXPECT_EQ(spacingOf(withSpacings({.pixel = "0.1\\0.1", .imager = "0.2\\0.2"})), "0.1 calibrated");
    EXPECT_EQ(spacingOf(withSpacings({.pixel = "0.1\\0.1", .calibration = "FIDUCIAL"})), "0.1 calibrated");
    EXPECT_EQ(spacingOf(withSpacings({.modality = "CT", .pixel = "0.5\\0.5"})), "0.5 calibrated");
    EXPECT_EQ(spacingOf(withSpacings({.modality = "OT", .pixel = "0.5\\0.5"})), "0 none");
}

TEST(SpacingReaderTest, TheEstimatedMagnificationBringsTheDetectorToThePatient) {
    EXPECT_EQ(spacingOf(withSpacings({.imager = "0.2\\0.2", .magnification = "1.25"})), "0.16 calibrated");
    EXPECT_EQ(spacingOf(withSpacings({.imager = "0.2\\0.2", .magnification = "1"})), "0.2 at detector");
    EXPECT_EQ(spacingOf(withSpacings({.imager = "0.2\\0.2", .magnification = "-2"})), "0.2 at detector");
}

TEST(SpacingReaderTest, ThereAreNoMillimetresWithoutARight) {
    EXPECT_EQ(spacingOf(withSpacings({.imager = "0.000\\0.000"})), "0 none");
    EXPECT_EQ(spacingOf(withSpacings({.imager = "0.2"})), "0 none");
    EXPECT_EQ(spacingOf(withSpacings({.imager = "-1\\-1"})), "0 none");
    EXPECT_EQ(spacingOf(SyntheticDicom()), "0 none");
}

TEST(SpacingReaderTest, EnhancedObjectsKeepItInPixelMeasures) {
    auto file = withSpacings({.modality = "CT"});
    auto measures = SyntheticDicom().clear().text({0x0028, 0x0030}, "DS", "0.7\\0.7");
    file.sequence({0x5200, 0x9229}, SyntheticDicom().clear().sequence({0x0028, 0x9110}, measures));
    EXPECT_EQ(spacingOf(file), "0.7 calibrated");
}

SyntheticDicom region(double deltaCentimetres) {
    const auto bits = std::bit_cast<std::uint64_t>(deltaCentimetres);
    SyntheticDicom item;
    const auto bytes = item.number(bits, 8);
    item.clear().word({0x0018, 0x6024}, 3).word({0x0018, 0x6026}, 3);
    return item.text({0x0018, 0x602c}, "FD", bytes).text({0x0018, 0x602e}, "FD", bytes);
}

TEST(SpacingReaderTest, UltrasoundRegionsCountWhereTheyAgree) {
    auto file = withSpacings({.modality = "US"});
    file.sequence({0x0018, 0x6011}, std::vector{region(0.05), region(0.05)});
    EXPECT_EQ(spacingOf(file), "0.5 calibrated");
    file.sequence({0x0018, 0x6011}, std::vector{region(0.05), region(0.04)});
    EXPECT_EQ(spacingOf(file), "0 none");
    file.sequence({0x0018, 0x6011}, region(0.05).word({0x0018, 0x6024}, 4)); // seconds
    EXPECT_EQ(spacingOf(file), "0 none");
}

TEST(SpacingReaderTest, AMovingSeriesSaysHowFast) {
    SyntheticDicom file;
    file.text({0x0018, 0x1063}, "DS", "40");
    EXPECT_EQ(instanceOf(file).frameMilliseconds, 0);
    file.pixels(1, 2, {1, 2, 3, 4}).text({0x0028, 0x0008}, "IS", "2");
    EXPECT_EQ(instanceOf(file).frameMilliseconds, 40);
    file.without({0x0018, 0x1063}).text({0x0018, 0x1065}, "DS", "0\\30\\50");
    EXPECT_EQ(instanceOf(file).frameMilliseconds, 40);
    file.without({0x0018, 0x1065}).text({0x0018, 0x0040}, "IS", "25");
    EXPECT_EQ(instanceOf(file).frameMilliseconds, 40);
    file.text({0x0018, 0x0040}, "IS", "0");
    EXPECT_EQ(instanceOf(file).frameMilliseconds, 0);
}

TEST(SpacingReaderTest, TheHeaderTellsWhatCompressionHasLost) {
    SyntheticDicom file;
    EXPECT_FALSE(instanceOf(file).isLossy);
    file.text({0x0028, 0x2110}, "CS", "00").text({0x0028, 0x2112}, "DS", "12");
    EXPECT_FALSE(instanceOf(file).isLossy);
    EXPECT_EQ(instanceOf(file).lossyRatio, 0);
    file.text({0x0028, 0x2110}, "CS", "01");
    EXPECT_TRUE(instanceOf(file).isLossy);
    EXPECT_EQ(instanceOf(file).lossyRatio, 12);
    file.text({0x0028, 0x2112}, "DS", "10\\2.5"); // a step after a step
    EXPECT_EQ(instanceOf(file).lossyRatio, 25);
    file.text({0x0028, 0x2112}, "DS", "many");
    EXPECT_TRUE(instanceOf(file).isLossy);
    EXPECT_EQ(instanceOf(file).lossyRatio, 0);
}

TEST(SpacingReaderTest, TheHeaderTellsSignedFilms) {
    SyntheticDicom file;
    EXPECT_FALSE(instanceOf(file).isSigned);
    EXPECT_TRUE(instanceOf(file.depth(16, 12, 11, true)).isSigned);
}

} // namespace
} // namespace pleurascope::dicom
