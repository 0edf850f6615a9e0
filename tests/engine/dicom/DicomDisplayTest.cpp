// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

namespace pleurascope::dicom {
namespace {

using imaging::VoiFunction;
using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

DicomFilm read(const SyntheticDicom& file) {
    auto film = readFilm(bytesOf(file.file()));
    EXPECT_TRUE(film) << core::describe(film.error());
    return film ? std::move(*film) : DicomFilm{};
}

imaging::DisplayParameters displayOf(const SyntheticDicom& file) {
    return read(file).image.display;
}

TEST(DicomDisplayTest, EveryWindowComesWithItsNameAndFunction) {
    SyntheticDicom file;
    file.text({0x0028, 0x1050}, "DS", "40\\-600.5").text({0x0028, 0x1051}, "DS", "400\\1500");
    file.text({0x0028, 0x1055}, "LO", "SOFT\\LUNG").text({0x0028, 0x1056}, "CS", "SIGMOID");
    EXPECT_THAT(displayOf(file).windows,
                ElementsAre(imaging::Window{40, 400, VoiFunction::sigmoid, "SOFT"},
                            imaging::Window{-600.5, 1500, VoiFunction::sigmoid, "LUNG"}));
}

TEST(DicomDisplayTest, WindowsWithoutWidthAreLeftOutWithANote) {
    SyntheticDicom file;
    file.text({0x0028, 0x1050}, "DS", "40\\x\\50").text({0x0028, 0x1051}, "DS", "0\\10\\20");
    const auto film = read(file);
    EXPECT_THAT(film.image.display.windows, ElementsAre(imaging::Window{50, 20, VoiFunction::linear, ""}));
    EXPECT_THAT(film.assumptions, Contains(HasSubstr("window")));
}

TEST(DicomDisplayTest, RescaleIsTakenAndAZeroSlopeIsNot) {
    SyntheticDicom file;
    file.text({0x0028, 0x1052}, "DS", "-1024").text({0x0028, 0x1053}, "DS", "6e-8");
    EXPECT_EQ(displayOf(file).rescaleIntercept, -1024);
    EXPECT_EQ(displayOf(file).rescaleSlope, 6e-8);
    file.text({0x0028, 0x1053}, "DS", "0");
    EXPECT_EQ(displayOf(file).rescaleSlope, 1);
}

SyntheticDicom table(std::uint16_t count, std::uint16_t first, std::uint16_t bits,
                     const std::vector<std::uint16_t>& entries) {
    SyntheticDicom item;
    item.clear().words({0x0028, 0x3002}, "US", {count, first, bits}).words({0x0028, 0x3006}, "US", entries);
    return item.text({0x0028, 0x3003}, "LO", "TABLE");
}

TEST(DicomDisplayTest, VoiTablesAreRead) {
    SyntheticDicom file;
    file.sequence({0x0028, 0x3010}, table(3, 10, 12, {0, 5, 4095}));
    const auto tables = displayOf(file).voiTables;
    ASSERT_EQ(tables.size(), 1u);
    EXPECT_EQ(tables[0].firstMapped, 10);
    EXPECT_EQ(tables[0].bitsPerEntry, 12);
    EXPECT_EQ(tables[0].explanation, "TABLE");
    EXPECT_THAT(tables[0].entries, ElementsAre(0, 5, 4095));
}

TEST(DicomDisplayTest, ATablesFirstValueIsSignedAsItsInputIs) {
    SyntheticDicom file;
    file.depth(16, 12, 11, true).sequence({0x0028, 0x3000}, table(2, 0xfff0, 16, {1, 2}));
    ASSERT_TRUE(displayOf(file).modalityTable);
    EXPECT_EQ(displayOf(file).modalityTable->firstMapped, -16);
    file.depth(16, 12, 11, false);
    EXPECT_EQ(displayOf(file).modalityTable->firstMapped, 0xfff0);
}

TEST(DicomDisplayTest, ZeroEntriesMean65536) {
    SyntheticDicom file;
    std::vector<std::uint16_t> entries(65536);
    entries.back() = 77;
    SyntheticDicom item;
    item.clear().words({0x0028, 0x3002}, "US", {0, 0, 16}).words({0x0028, 0x3006}, "OW", entries);
    file.sequence({0x0028, 0x3010}, item);
    ASSERT_EQ(displayOf(file).voiTables.size(), 1u);
    EXPECT_EQ(displayOf(file).voiTables[0].entries.size(), 65536u);
    EXPECT_EQ(displayOf(file).voiTables[0].entries.back(), 77);
}

TEST(DicomDisplayTest, TablesThatEndEarlyAreLeftOutWithANote) {
    SyntheticDicom file;
    file.sequence({0x0028, 0x3010}, table(256, 0, 16, {0, 5}));
    const auto film = read(file);
    EXPECT_TRUE(film.image.display.voiTables.empty());
    EXPECT_THAT(film.assumptions, Contains(HasSubstr("look-up table")));
}

TEST(DicomDisplayTest, EntriesOf8BitsMayShareWords) {
    SyntheticDicom file;
    file.sequence({0x0028, 0x3010}, table(4, 0, 8, {0x0201, 0x0403}));
    ASSERT_EQ(displayOf(file).voiTables.size(), 1u);
    EXPECT_THAT(displayOf(file).voiTables[0].entries, ElementsAre(1, 2, 3, 4));
}

TEST(DicomDisplayTest, ThePhotometricInterpretationAloneDecidesThePolarity) {
    for (const auto* shape : {"IDENTITY", "INVERSE"}) {
        SyntheticDicom file;
        file.text({0x2050, 0x0020}, "CS", shape);
        EXPECT_FALSE(displayOf(file).inverted);
        file.text({0x0028, 0x0004}, "CS", "MONOCHROME1");
        EXPECT_TRUE(displayOf(file).inverted);
    }
}

TEST(DicomDisplayTest, PaddingIsARangeOfStoredValues) {
    SyntheticDicom file;
    file.word({0x0028, 0x0120}, 4095).word({0x0028, 0x0121}, 4000);
    ASSERT_TRUE(displayOf(file).padding);
    EXPECT_EQ(displayOf(file).padding->low, 4000);
    EXPECT_EQ(displayOf(file).padding->high, 4095);
}

TEST(DicomDisplayTest, SignedPaddingWrittenUnsignedIsUnderstood) {
    SyntheticDicom file;
    file.depth(16, 12, 11, true).word({0x0028, 0x0120}, std::uint16_t(-2000));
    EXPECT_EQ(displayOf(file).padding->low, -2000);
}

TEST(DicomDisplayTest, PaddingThatNoPixelCanHaveIsNone) {
    SyntheticDicom file;
    file.word({0x0028, 0x0120}, 63536);
    EXPECT_FALSE(displayOf(file).padding);
}

PixelSpacing spacingOf(const SyntheticDicom& file) {
    return read(file).instance.spacing;
}

TEST(DicomSpacingTest, LengthsAreCalibratedOnlyWhereTheTwoSpacingsDiffer) {
    SyntheticDicom file;
    file.text({0x0018, 0x1164}, "DS", "0.2\\0.2");
    EXPECT_EQ(spacingOf(file).source, SpacingSource::atDetector);
    file.text({0x0028, 0x0030}, "DS", "0.2\\0.2");
    EXPECT_EQ(spacingOf(file).source, SpacingSource::atDetector);
    file.text({0x0028, 0x0030}, "DS", "0.15\\0.16");
    EXPECT_EQ(spacingOf(file).source, SpacingSource::calibrated);
    EXPECT_EQ(spacingOf(file).row, 0.15);
    EXPECT_EQ(spacingOf(file).column, 0.16);
}

TEST(DicomSpacingTest, ASecondaryCapturesSpacingMeansNothing) {
    SyntheticDicom file;
    file.text({0x0028, 0x0030}, "DS", "0.2\\0.2").text({0x0008, 0x0060}, "CS", "OT");
    EXPECT_EQ(spacingOf(file).source, SpacingSource::none);
    EXPECT_EQ(spacingOf(file).row, 0);
    file.text({0x0028, 0x0a02}, "CS", "FIDUCIAL");
    EXPECT_EQ(spacingOf(file).source, SpacingSource::calibrated);
}

TEST(DicomSpacingTest, ZeroIsNoSpacing) {
    SyntheticDicom file;
    file.text({0x0028, 0x0030}, "DS", "0.000\\0.000");
    EXPECT_EQ(spacingOf(file).source, SpacingSource::none);
}

TEST(DicomDisplayTest, EachWindowMayHaveAFunctionOfItsOwn) {
    SyntheticDicom file;
    file.text({0x0028, 0x1050}, "DS", "40\\50\\60").text({0x0028, 0x1051}, "DS", "400\\500\\600");
    file.text({0x0028, 0x1056}, "CS", "LINEAR\\SIGMOID");
    const auto windows = displayOf(file).windows;
    ASSERT_EQ(windows.size(), 3u);
    EXPECT_EQ(windows[0].function, VoiFunction::linear);
    EXPECT_EQ(windows[1].function, VoiFunction::sigmoid);
    EXPECT_EQ(windows[2].function, VoiFunction::sigmoid);
}

SyntheticDicom item() {
    return SyntheticDicom().clear();
}

SyntheticDicom windowGroup(const std::string& centre) {
    return item().sequence({0x0028, 0x9132},
                           item().text({0x0028, 0x1050}, "DS", centre).text({0x0028, 0x1051}, "DS", "10"));
}

TEST(DicomDisplayTest, EveryFrameOfAnEnhancedObjectHasItsOwnWindowAndTheCommonRescale) {
    SyntheticDicom file;
    file.pixels(1, 2, {1, 2, 3, 4}).text({0x0028, 0x0008}, "IS", "2");
    file.sequence(
        {0x5200, 0x9229},
        item().sequence({0x0028, 0x9145},
                        item().text({0x0028, 0x1052}, "DS", "-1024").text({0x0028, 0x1053}, "DS", "2")));
    file.sequence({0x5200, 0x9230}, std::vector{windowGroup("40"), windowGroup("50")});
    for (const int frame : {0, 1}) {
        const auto film = readFilm(bytesOf(file.file()), frame);
        ASSERT_TRUE(film) << core::describe(film.error());
        const auto& display = film->image.display;
        EXPECT_EQ(display.rescaleIntercept, -1024);
        EXPECT_EQ(display.rescaleSlope, 2);
        ASSERT_EQ(display.windows.size(), 1u);
        EXPECT_EQ(display.windows[0].centre, frame == 0 ? 40 : 50);
    }
}

TEST(DicomDisplayTest, APresentationTableIsRead) {
    SyntheticDicom file;
    file.sequence({0x2050, 0x0010}, table(3, 0, 8, {0, 100, 255}));
    ASSERT_TRUE(displayOf(file).presentationTable);
    EXPECT_THAT(displayOf(file).presentationTable->entries, ElementsAre(0, 100, 255));
}

TEST(DicomDisplayTest, TablesMayBeWrittenAsBytes) {
    SyntheticDicom entries = item().words({0x0028, 0x3002}, "US", {4, 0, 8});
    entries.text({0x0028, 0x3006}, "OW", std::string("\x01\x02\x03\x04", 4));
    SyntheticDicom file;
    file.sequence({0x0028, 0x3010}, entries);
    ASSERT_EQ(displayOf(file).voiTables.size(), 1u);
    EXPECT_THAT(displayOf(file).voiTables[0].entries, ElementsAre(1, 2, 3, 4));
}

TEST(DicomDisplayTest, PixelsAreAsHighAsSpacingOrRatioSay) {
    const auto withRatio = [](const std::string& ratio) {
        SyntheticDicom file;
        return displayOf(file.text({0x0028, 0x0034}, "IS", ratio)).pixelAspect;
    };
    EXPECT_EQ(withRatio("2\\1"), 2);
    EXPECT_EQ(withRatio("1000000\\1000000"), 1);
    EXPECT_EQ(withRatio("01"), 1);
    EXPECT_EQ(withRatio("0\\1"), 1);
    EXPECT_EQ(withRatio("1\\0"), 1);
    EXPECT_EQ(withRatio("1\\1000000"), 1);
    SyntheticDicom file;
    file.text({0x0028, 0x0034}, "IS", "1\\1").text({0x0018, 0x1164}, "DS", "0.3\\0.6");
    EXPECT_EQ(displayOf(file).pixelAspect, 0.5);
}

} // namespace
} // namespace pleurascope::dicom
