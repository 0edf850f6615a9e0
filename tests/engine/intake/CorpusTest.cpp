// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/GreyScale.h"
#include "engine/intake/FilmReader.h"
#include "tests/support/SharedFolder.h"

#include <gmock/gmock.h>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;

/// Public and made files in ../shared/dicom, all through the isolated reader.
class CorpusTest : public ::testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(m_folder))
            GTEST_SKIP() << "needs ../shared/dicom";
    }

    std::filesystem::path m_folder = test::sharedFolder() / "dicom";
    FilmReader m_reader{std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader"};
};

TEST_F(CorpusTest, AllNineChestFilmsAreRead) {
    const auto files = listFiles(m_folder / "chest");
    ASSERT_TRUE(files);
    ASSERT_EQ(files->size(), 9u);
    for (const auto& file : *files) {
        const auto film = m_reader.readFilm(file);
        ASSERT_TRUE(film) << core::describe(film.error());
        EXPECT_TRUE(film->image.isGrey()) << file;
        EXPECT_GE(film->image.pixels.width(), 1024) << file;
        EXPECT_FALSE(film->header.study.uid.empty()) << file;
        const auto picture = imaging::renderDefault(film->image);
        EXPECT_EQ(picture.bytes().size(), film->image.pixels.sampleCount()) << file;
    }
}

TEST_P(CorpusTest, EveryFileIsAFilmOrAnErrorThatNamesIt) {
    const auto files = listFiles(m_folder / GetParam());
    ASSERT_TRUE(files);
    for (const auto& file : *files) {
        const auto film = m_reader.readFilm(file);
        const auto header = m_reader.readHeader(file);
        if (film) {
            EXPECT_FALSE(film->image.pixels.isEmpty()) << file;
            EXPECT_TRUE(header) << file;
            EXPECT_FALSE(imaging::renderDefault(film->image).isEmpty()) << file;
        } else {
            EXPECT_EQ(film.error().path, file.string());
            EXPECT_NE(film.error().code, ErrorCode::internal) << core::describe(film.error());
            EXPECT_NE(film.error().code, ErrorCode::readerCrashed) << core::describe(film.error());
            EXPECT_NE(film.error().code, ErrorCode::timedOut) << core::describe(film.error());
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shared, CorpusTest,
                         ::testing::Values("conformance", "hostile", "presentation-states"),
                         [](const auto& folder) {
                             std::string name = folder.param;
                             std::erase(name, '-');
                             return name;
                         });

TEST_F(CorpusTest, HostileFilesAreRefusedForTheRightReason) {
    const std::vector<std::pair<const char*, ErrorCode>> expected{
        {"04_rows_zero.dcm", ErrorCode::damaged}, {"26_rle_bad_offsets.dcm", ErrorCode::damaged}};
    for (const auto& [name, code] : expected) {
        const auto film = m_reader.readFilm(m_folder / "hostile" / name);
        ASSERT_FALSE(film) << name;
        EXPECT_EQ(film.error().code, code) << core::describe(film.error());
    }
}

TEST_F(CorpusTest, WhatIsThereOfHostileFilesIsShownAsPartial) {
    for (const char* name :
         {"02_frames_2e31.dcm", "18_pixeldata_short.dcm", "24_jpeg_smaller_than_header.dcm"}) {
        const auto film = m_reader.readFilm(m_folder / "hostile" / name);
        ASSERT_TRUE(film) << core::describe(film.error());
        EXPECT_TRUE(film->header.isPartial) << name;
    }
}

TEST_F(CorpusTest, DirectoriesListFilesBelowThem) {
    std::size_t found = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder / "conformance"))
        if (entry.path().filename() == "DICOMDIR")
            for (const auto& film : listFilms(entry.path(), m_reader))
                found += film ? 1 : 0;
    EXPECT_GT(found, 0u);
}

} // namespace
} // namespace pleurascope::intake
