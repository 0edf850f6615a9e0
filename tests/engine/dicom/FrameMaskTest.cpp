// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "engine/imaging/GreyScale.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

#include <cstring>

namespace pleurascope::dicom {
namespace {

using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr SyntheticDicom::Tag operation{0x0028, 0x6101}, range{0x0028, 0x6102}, maskFrames{0x0028, 0x6110},
    averaging{0x0028, 0x6112}, shift{0x0028, 0x6114}, offset{0x0028, 0x6120};

SyntheticDicom item(const char* name) {
    SyntheticDicom item;
    return item.clear().text(operation, "CS", name);
}

/// Four frames of 3 x 2 pixels that ask for subtraction by `items`.
SyntheticDicom series(const std::vector<SyntheticDicom>& items) {
    SyntheticDicom file;
    file.pixels(2, 3, {10,  20,  30,  40,  50,  60,  //
                       12,  22,  32,  42,  52,  62,  //
                       111, 121, 131, 141, 151, 161, //
                       211, 221, 231, 241, 251, 261})
        .size(2, 3)
        .text({0x0028, 0x0008}, "IS", "4")
        .text({0x0028, 0x1052}, "DS", "-5")
        .text({0x0028, 0x1053}, "DS", "2")
        .text({0x0028, 0x1090}, "CS", "SUB");
    return file.sequence({0x0028, 0x6100}, items);
}

SyntheticDicom averageOfFirstTwo() {
    return item("AVG_SUB").words(maskFrames, "US", {1, 2}).words(range, "US", {3, 4});
}

DicomFilm read(const SyntheticDicom& file, int frame) {
    auto film = readFilm(bytesOf(file.file()), frame);
    EXPECT_TRUE(film) << core::describe(film.error());
    return film ? std::move(*film) : DicomFilm{};
}

std::vector<float> values(const DicomFilm& film) {
    const auto values = imaging::modalityValues(film.image);
    const auto samples = values.samples<float>();
    return {samples.begin(), samples.end()};
}

TEST(FrameMaskTest, TheAverageOfTheMaskFramesIsSubtractedAfterTheModalityTransform) {
    const auto film = read(series({averageOfFirstTwo()}), 2);
    EXPECT_THAT(values(film), ElementsAre(200, 200, 200, 200, 200, 200));
    ASSERT_TRUE(film.natural);
    EXPECT_THAT(film.natural->pixels.samples<std::uint16_t>(), ElementsAre(111, 121, 131, 141, 151, 161));
    EXPECT_EQ(film.natural->display.rescaleSlope, 2);
    EXPECT_THAT(film.assumptions, Contains(HasSubstr("its mask, frame 1, 2 (AVG_SUB), to be subtracted")));
    EXPECT_THAT(film.warnings, IsEmpty());
}

TEST(FrameMaskTest, AWindowIsAppliedToTheDifference) {
    auto file = series({averageOfFirstTwo()});
    file.text({0x0028, 0x1050}, "DS", "200").text({0x0028, 0x1051}, "DS", "400");
    const auto film = read(file, 2);
    const auto levels = imaging::renderDefault(film.image);
    EXPECT_EQ(levels.samples<std::uint8_t>()[0], 128);
    EXPECT_NE(imaging::renderDefault(*film.natural).samples<std::uint8_t>()[0], 128);
}

TEST(FrameMaskTest, FramesOutsideTheRangeAreShownAsTheyAre) {
    const auto film = read(series({averageOfFirstTwo()}), 1);
    EXPECT_FALSE(film.natural);
    EXPECT_EQ(values(film)[0], 19);
    EXPECT_THAT(film.assumptions, IsEmpty());
}

TEST(FrameMaskTest, EachItemIsForItsOwnFrames) {
    const auto file = series({item("AVG_SUB").word(maskFrames, 1).words(range, "US", {3, 3}),
                              item("AVG_SUB").word(maskFrames, 2).words(range, "US", {1, 1, 4, 4})});
    EXPECT_EQ(values(read(file, 0))[0], 2 * (10 - 12));
    EXPECT_EQ(values(read(file, 2))[0], 2 * (111 - 10));
    EXPECT_EQ(values(read(file, 3))[0], 2 * (211 - 12));
}

TEST(FrameMaskTest, TheNaturalFilmIsShownUnlessTheFileRecommendsOtherwise) {
    auto file = series({averageOfFirstTwo()});
    for (const char* mode : {"NAT", ""}) {
        const auto film = read(file.text({0x0028, 0x1090}, "CS", mode), 2);
        EXPECT_FALSE(film.natural);
        EXPECT_EQ(values(film)[0], 2 * 111 - 5);
        EXPECT_THAT(film.assumptions, Contains(HasSubstr("mask for subtraction (AVG_SUB)")));
    }
    EXPECT_THAT(read(series({item("NONE")}), 2).assumptions, IsEmpty());
}

TEST(FrameMaskTest, TheContrastFramesAreAveraged) {
    const auto file = series({item("AVG_SUB").word(maskFrames, 1).word(averaging, 2)});
    EXPECT_EQ(values(read(file, 2))[0], 2 * ((111 + 211) / 2 - 10));
    EXPECT_EQ(values(read(file, 3))[0], 2 * (211 - 10)) << "none follows";
}

std::string floats(float row, float column) {
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &row, 4);
    std::memcpy(bytes.data() + 4, &column, 4);
    return bytes;
}

/// PS3.3 C.7.6.10.1.2: a positive row offset moves the mask down, a positive column offset to the left.
TEST(FrameMaskTest, TheMaskIsShiftedDownAndToTheLeft) {
    auto one = item("AVG_SUB").word(maskFrames, 1);
    const auto difference = [&](float row, float column) {
        return values(read(series({one.text(shift, "FL", floats(row, column))}), 2));
    };
    EXPECT_THAT(difference(1, 0), ElementsAre(202, 202, 202, 262, 262, 262));
    EXPECT_THAT(difference(0, 1), ElementsAre(182, 182, 202, 182, 182, 202));
    EXPECT_THAT(difference(0.5, -0.5), ElementsAre(202, 212, 212, 232, 242, 242));
}

TEST(FrameMaskTest, ATimeIntervalDifferenceIsToAnEarlierFrame) {
    const auto file = series({item("TID").word(offset, 2, "SS")});
    EXPECT_EQ(values(read(file, 2))[0], 2 * (111 - 10));
    EXPECT_EQ(values(read(file, 3))[0], 2 * (211 - 12));
    EXPECT_FALSE(read(file, 1).natural) << "no frame lies before it";
    EXPECT_THAT(read(file, 1).warnings, IsEmpty());
    EXPECT_EQ(values(read(series({item("TID")}), 1))[0], 2 * (12 - 10)) << "1 where no offset is given";
}

TEST(FrameMaskTest, WhatCannotBeSubtractedIsNamed) {
    for (const auto& one : {item("REV_TID"), item("AVG_SUB"), item("AVG_SUB").words(maskFrames, "US", {0, 9}),
                            item("TID").word(offset, 9, "SS").words(range, "US", {1, 4})}) {
        const auto film = read(series({one}), 2);
        EXPECT_FALSE(film.natural);
        EXPECT_EQ(values(film)[0], 2 * 111 - 5);
        EXPECT_THAT(film.warnings, Contains(HasSubstr("mask subtraction")));
    }
}

TEST(FrameMaskTest, AMaskThatIsCutOffIsNamed) {
    auto file = series({item("AVG_SUB").word(maskFrames, 4)});
    auto bytes = file.file();
    bytes.resize(bytes.size() - 12); // the last frame
    const auto film = readFilm(bytesOf(bytes), 1);
    ASSERT_TRUE(film);
    EXPECT_FALSE(film->natural);
    EXPECT_THAT(film->warnings, Contains(HasSubstr("mask subtraction")));
}

TEST(FrameMaskTest, PaddingStaysPadding) {
    auto file = series({averageOfFirstTwo()});
    const auto film = read(file.word({0x0028, 0x0120}, 121), 2);
    const auto tissue = imaging::valueRange(film.image);
    EXPECT_EQ(tissue.low, 200);
    EXPECT_EQ(tissue.high, 200);
    const auto levels = imaging::render(film.image, {100, 10, {}, {}});
    EXPECT_THAT(levels.samples<std::uint8_t>(), ElementsAre(255, 0, 255, 255, 255, 255));
}

TEST(FrameMaskTest, PixelsThatCouldHaveStayedInTheFileAreSubtracted) {
    const auto file = series({averageOfFirstTwo()}).file();
    const auto located = locateFilm(bytesOf(file), 2);
    ASSERT_TRUE(located);
    EXPECT_FALSE(located->pixels);
    EXPECT_THAT(values(located->film), ElementsAre(200, 200, 200, 200, 200, 200));
}

} // namespace
} // namespace pleurascope::dicom
