// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

namespace pleurascope::dicom {
namespace {

using core::ErrorCode;
using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

core::Result<DicomFilm> read(const SyntheticDicom& file) {
    return readFilm(bytesOf(file.file()));
}

ErrorCode codeOf(const core::Result<DicomFilm>& film) {
    return film ? ErrorCode::internal : film.error().code;
}

std::vector<std::uint16_t> words(const DicomFilm& film) {
    const auto samples = film.image.pixels.samples<std::uint16_t>();
    return {samples.begin(), samples.end()};
}

TEST(ShortPixelsTest, PixelDataWithoutAWholeRowAreTruncated) {
    SyntheticDicom file;
    file.words({0x7fe0, 0x0010}, "OW", {1, 2, 3});
    EXPECT_EQ(codeOf(read(file)), ErrorCode::truncated);
}

TEST(ShortPixelsTest, ShortPixelDataAreShownAsFarAsTheyGoWithAWarning) {
    SyntheticDicom file;
    file.words({0x7fe0, 0x0010}, "OW", {1, 2, 3, 4, 5});
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_THAT(words(*film), ElementsAre(1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0));
    EXPECT_TRUE(film->isPartial);
    EXPECT_THAT(film->warnings, Contains(HasSubstr("end early")));
}

TEST(ShortPixelsTest, AnElementThatClaimsTooMuchOverWholeFramesIsShownWithAWarning) {
    SyntheticDicom file;
    const auto values = std::string(24, '\1');
    file.without({0x7fe0, 0x0010}).append(file.header({0x7fe0, 0x0010}, "OW", 0xfffffffe) + values);
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_FALSE(film->isPartial);
    EXPECT_EQ(words(*film)[11], 0x101);
    EXPECT_THAT(film->warnings, Contains(HasSubstr("beyond the file")));
}

TEST(ShortPixelsTest, WhatIsMissingIsPaddingOrBlack) {
    SyntheticDicom padded;
    padded.words({0x7fe0, 0x0010}, "OW", {1, 2, 3, 4}).word({0x0028, 0x0120}, 77);
    EXPECT_EQ(words(*read(padded))[11], 77);
    SyntheticDicom inverted;
    inverted.words({0x7fe0, 0x0010}, "OW", {1, 2, 3, 4}).text({0x0028, 0x0004}, "CS", "MONOCHROME1");
    EXPECT_EQ(words(*read(inverted))[11], 4095);
}

TEST(ShortPixelsTest, AFileCutAnywhereIsRefusedOrPartial) {
    const auto whole = SyntheticDicom().file();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto film = readFilm(bytesOf(whole).first(length));
        if (length >= whole.size() - 16) { // a row of four pixels is there
            ASSERT_TRUE(film) << "cut at " << length;
            EXPECT_TRUE(film->isPartial) << "cut at " << length;
            continue;
        }
        ASSERT_FALSE(film) << "cut at " << length;
        if (length > whole.size() - 24) {
            EXPECT_EQ(film.error().code, ErrorCode::truncated) << "cut at " << length;
        }
    }
}

TEST(ShortPixelsTest, MoreFramesThanDataAreCountedWithAWarning) {
    SyntheticDicom file;
    file.text({0x0028, 0x0008}, "IS", "2147483647");
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_EQ(words(*film)[11], 1100);
    EXPECT_EQ(film->instance.frames, 1);
    EXPECT_TRUE(film->isPartial);
    const auto header = readHeader(bytesOf(file.file()));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->instance.frames, 1);
    EXPECT_TRUE(header->isPartial);
    EXPECT_EQ(codeOf(readFilm(bytesOf(file.file()), 1)), ErrorCode::truncated);
    EXPECT_EQ(codeOf(readFilm(bytesOf(file.file()), -1)), ErrorCode::invalidArgument);
}

} // namespace
} // namespace pleurascope::dicom
