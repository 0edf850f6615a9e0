// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/writing/DicomWriter.h"

#include "engine/core/Files.h"
#include "tests/support/Dciodvfy.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

namespace pleurascope::dicom {
namespace {

using core::ErrorCode;
using core::PixelBuffer;
using core::SampleType;

DicomFilm film() {
    DicomFilm film;
    film.patient = {"Demo^Änna", "P-17", "1950-02-03", "F"};
    film.study = {uidFromSeed("study"), "S1", "2026-01-31", "09:15:00", "A-1", "Thorax p.a.", "075Y"};
    film.series = {uidFromSeed("series"), "DX", "Chest PA", "CHEST", 1};
    film.instance.uid = uidFromSeed("instance");
    film.instance.viewPosition = "PA";
    film.instance.number = 1;
    film.instance.spacing = {0.2, 0.25, SpacingSource::atDetector};
    std::vector<std::uint16_t> samples(15 * 11);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = std::uint16_t(i * 24);
    film.image.pixels = PixelBuffer::fromVector(15, 11, 1, SampleType::u16, std::move(samples));
    film.image.display.bitsStored = 12;
    film.image.display.windows = {{2000, 3500, imaging::VoiFunction::linear, "CHEST"}};
    return film;
}

class DicomWriterTest : public ::testing::Test {
protected:
    [[nodiscard]] DicomFilm roundTrip(const DicomFilm& written) const {
        const auto done = writeFilm(path(), written);
        EXPECT_TRUE(done) << core::describe(done.error());
        auto read = readFilm(path());
        EXPECT_TRUE(read) << core::describe(read.error());
        return read ? std::move(*read) : DicomFilm{};
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "film.dcm"; }

    test::TemporaryFolder m_folder;
};

void expectSamePixels(const PixelBuffer& found, const PixelBuffer& expected) {
    ASSERT_EQ(found.bytes().size(), expected.bytes().size());
    EXPECT_EQ(found.type(), expected.type());
    EXPECT_TRUE(std::equal(found.bytes().begin(), found.bytes().end(), expected.bytes().begin()));
}

TEST_F(DicomWriterTest, WhatIsWrittenIsReadBack) {
    const auto written = film();
    const auto read = roundTrip(written);
    EXPECT_EQ(read.patient.name, written.patient.name);
    EXPECT_EQ(read.patient.birthDate, "1950-02-03");
    EXPECT_EQ(read.study.uid, written.study.uid);
    EXPECT_EQ(read.study.time, "09:15:00");
    EXPECT_EQ(read.study.description, "Thorax p.a.");
    EXPECT_EQ(read.series.modality, "DX");
    EXPECT_EQ(read.instance.sopClassUid, "1.2.840.10008.5.1.4.1.1.1.1");
    EXPECT_EQ(read.instance.viewPosition, "PA");
    EXPECT_EQ(read.instance.laterality, "U");
    EXPECT_EQ(read.instance.spacing.column, 0.25);
    EXPECT_EQ(read.instance.spacing.source, SpacingSource::atDetector);
    EXPECT_EQ(read.image.display.windows, written.image.display.windows);
    EXPECT_EQ(read.image.display.bitsStored, 12);
    EXPECT_FALSE(read.image.display.inverted);
    EXPECT_THAT(read.assumptions, ::testing::IsEmpty());
    expectSamePixels(read.image.pixels, written.image.pixels);
}

TEST_F(DicomWriterTest, FilmsOf8BitsWithOddSizesAreWhole) {
    auto written = film();
    written.image.pixels =
        PixelBuffer::fromVector<std::uint8_t>(3, 3, 1, SampleType::u8, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    const auto read = roundTrip(written);
    EXPECT_EQ(read.image.display.bitsStored, 8);
    expectSamePixels(read.image.pixels, written.image.pixels);
}

TEST_F(DicomWriterTest, Monochrome1AndCalibratedSpacingSurvive) {
    auto written = film();
    written.image.display.inverted = true;
    written.instance.viewPosition = "AP";
    written.instance.spacing.source = SpacingSource::calibrated;
    const auto read = roundTrip(written);
    EXPECT_TRUE(read.image.display.inverted);
    EXPECT_EQ(read.instance.viewPosition, "AP");
    EXPECT_EQ(read.instance.spacing.source, SpacingSource::calibrated);
}

TEST_F(DicomWriterTest, AFilmWithoutWindowGetsTheAutomaticOne) {
    auto written = film();
    written.image.display.windows.clear();
    const auto windows = roundTrip(written).image.display.windows;
    ASSERT_EQ(windows.size(), 1u);
    EXPECT_EQ(windows[0].function, imaging::VoiFunction::linearExact);
}

TEST_F(DicomWriterTest, TheSameFilmGivesTheSameBytesWithAnEmptyPreamble) {
    ASSERT_TRUE(writeFilm(path(), film()));
    const auto first = *core::readFile(path());
    ASSERT_TRUE(writeFilm(path(), film()));
    EXPECT_EQ(*core::readFile(path()), first);
    EXPECT_THAT(std::vector(first.begin(), first.begin() + 128), ::testing::Each(std::byte(0)));
}

TEST_F(DicomWriterTest, TheFileObeysItsStandard) {
    if (!test::isDciodvfyThere())
        GTEST_SKIP() << "needs dciodvfy (dicom3tools)";
    for (const bool isInverted : {false, true}) {
        auto written = film();
        written.image.display.inverted = isInverted;
        written.instance.spacing.source = isInverted ? SpacingSource::calibrated : SpacingSource::atDetector;
        ASSERT_TRUE(writeFilm(path(), written));
        EXPECT_EQ(test::dciodvfyErrors(path()), "");
    }
}

TEST_F(DicomWriterTest, WhatTheObjectCannotHoldIsRefused) {
    const auto expectRefused = [&](auto change) {
        auto broken = film();
        change(broken);
        const auto written = writeFilm(path(), broken);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, ErrorCode::invalidArgument) << written.error().detail;
        EXPECT_FALSE(std::filesystem::exists(path()));
    };
    expectRefused([](DicomFilm& f) { f.study.uid.clear(); });
    expectRefused([](DicomFilm& f) { f.instance.spacing = {}; });
    expectRefused([](DicomFilm& f) { f.instance.viewPosition = "LL"; });
    expectRefused([](DicomFilm& f) { f.image.display.rescaleSlope = 2; });
    expectRefused([](DicomFilm& f) { f.image.display.bitsStored = 8; });
    expectRefused([](DicomFilm& f) {
        f.image.pixels = PixelBuffer::fromVector<std::uint8_t>(1, 1, 3, SampleType::u8, {1, 2, 3});
    });
}

TEST_F(DicomWriterTest, AFolderThatIsNotThereIsNamed) {
    const auto written = writeFilm("/nonexistent/film.dcm", film());
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().path, "/nonexistent/film.dcm");
}

TEST(UidTest, DependsOnTheSeedAlone) {
    EXPECT_EQ(uidFromSeed("a"), uidFromSeed("a"));
    EXPECT_NE(uidFromSeed("a"), uidFromSeed("b"));
}

TEST(UidTest, IsAValidUid) {
    for (int i = 0; i < 200; ++i) {
        const auto uid = uidFromSeed(std::to_string(i));
        EXPECT_LE(uid.size(), 44u);
        EXPECT_TRUE(uid.starts_with("2.25.")) << uid;
        EXPECT_NE(uid[5], '0') << uid;
        EXPECT_EQ(uid.find_first_not_of("0123456789."), std::string::npos);
    }
}

} // namespace
} // namespace pleurascope::dicom
