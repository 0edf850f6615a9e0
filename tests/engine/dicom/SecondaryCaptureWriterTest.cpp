// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/writing/SecondaryCaptureWriter.h"

#include "engine/core/Files.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "tests/support/Dciodvfy.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

namespace pleurascope::dicom {
namespace {

using core::PixelBuffer;
using core::SampleType;

DicomFilm capture() {
    DicomFilm film;
    film.patient.name = "Yamada^Tarou";
    film.patient.ideographic = "山田^太郎";
    film.patient.id = "P-17";
    film.study.uid = uidFromSeed("study");
    film.study.date = "2026-01-31";
    film.study.time = "09:15:00";
    film.series.uid = uidFromSeed("series");
    film.series.number = 9;
    film.instance.uid = uidFromSeed("instance");
    film.instance.number = 1;
    film.instance.spacing = {0.2, 0.25, SpacingSource::calibrated};
    std::vector<std::uint8_t> samples(7 * 5 * 3);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = std::uint8_t(2 * i);
    film.image.pixels = PixelBuffer::fromVector(7, 5, 3, SampleType::u8, std::move(samples));
    return film;
}

DicomFilm greyCapture() {
    auto film = capture();
    std::vector<std::uint16_t> samples(12 * 10, 1000);
    film.image.pixels = PixelBuffer::fromVector(12, 10, 1, SampleType::u16, std::move(samples));
    film.image.display.bitsStored = 12;
    return film;
}

class SecondaryCaptureWriterTest : public ::testing::Test {
protected:
    [[nodiscard]] DicomFilm roundTrip(const DicomFilm& written) const {
        const auto done = writeSecondaryCapture(path(), written);
        EXPECT_TRUE(done) << core::describe(done.error());
        auto read = readFilm(path());
        EXPECT_TRUE(read) << core::describe(read.error());
        return read ? std::move(*read) : DicomFilm{};
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "capture.dcm"; }

    test::TemporaryFolder m_folder;
};

TEST_F(SecondaryCaptureWriterTest, ColourIsReadBack) {
    const auto written = capture();
    const auto read = roundTrip(written);
    EXPECT_EQ(read.patient.name, "Yamada^Tarou");
    EXPECT_EQ(read.patient.ideographic, "山田^太郎");
    EXPECT_EQ(read.series.modality, "OT");
    EXPECT_EQ(read.instance.sopClassUid, "1.2.840.10008.5.1.4.1.1.7");
    EXPECT_EQ(read.instance.spacing.source, SpacingSource::calibrated);
    ASSERT_EQ(read.image.pixels.channels(), 3);
    EXPECT_TRUE(std::equal(read.image.pixels.bytes().begin(), read.image.pixels.bytes().end(),
                           written.image.pixels.bytes().begin(), written.image.pixels.bytes().end()));
}

TEST_F(SecondaryCaptureWriterTest, GreyIsReadBackWithItsWindow) {
    auto written = greyCapture();
    written.image.display.windows = {{2000, 3500, imaging::VoiFunction::linear, "CHEST"}};
    const auto read = roundTrip(written);
    EXPECT_EQ(read.image.display.windows, written.image.display.windows);
    EXPECT_EQ(read.image.pixels.samples<std::uint16_t>()[3], 1000);
}

TEST_F(SecondaryCaptureWriterTest, TheFileObeysItsStandard) {
    if (!test::isDciodvfyThere())
        GTEST_SKIP() << "needs dciodvfy (dicom3tools)";
    ASSERT_TRUE(writeSecondaryCapture(path(), capture()));
    EXPECT_EQ(test::dciodvfyErrors(path()), "");
    auto grey = greyCapture();
    grey.instance.spacing.source = SpacingSource::atDetector;
    ASSERT_TRUE(writeSecondaryCapture(path(), grey));
    EXPECT_EQ(test::dciodvfyErrors(path()), "");
}

TEST_F(SecondaryCaptureWriterTest, ThePreambleIsEmptyAndTheBytesAreTheSame) {
    ASSERT_TRUE(writeSecondaryCapture(path(), capture()));
    const auto first = *core::readFile(path());
    ASSERT_TRUE(writeSecondaryCapture(path(), capture()));
    EXPECT_EQ(*core::readFile(path()), first);
    EXPECT_THAT(std::vector(first.begin(), first.begin() + 128), ::testing::Each(std::byte(0)));
}

TEST_F(SecondaryCaptureWriterTest, AFilmWithoutUidsIsRefused) {
    auto broken = capture();
    broken.instance.uid.clear();
    const auto written = writeSecondaryCapture(path(), broken);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, core::ErrorCode::invalidArgument);
    EXPECT_EQ(written.error().path, path());
}

} // namespace
} // namespace pleurascope::dicom
