// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Importer.h"

#include "engine/core/Installation.h"
#include "tests/engine/reading/FakeFilmReader.h"
#include "tests/support/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

namespace pleurascope::reading {
namespace {

using core::ErrorCode;
using core::Outcome;

class ImporterTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto library = store::Library::open(m_folder.path() / "library.sqlite");
        ASSERT_TRUE(library);
        m_library = std::move(*library);
    }
    std::filesystem::path film(const std::string& name, const std::string& uid,
                               const std::string& studyUid = "1") {
        const auto path = m_folder.write("films/" + name, name + uid);
        m_reader.know(path, uid, studyUid);
        return path;
    }
    [[nodiscard]] ImportReport import(const std::vector<std::filesystem::path>& paths,
                                      std::stop_token stop = {}) {
        const auto report = importFilms(
            paths, m_reader, *m_library, false,
            [&](const core::Progress& progress) { m_progress.push_back(progress); }, stop);
        EXPECT_TRUE(report) << core::describe(report.error());
        return report.value_or(ImportReport{});
    }
    [[nodiscard]] std::filesystem::path films() const { return m_folder.path() / "films"; }

    test::TemporaryFolder m_folder;
    FakeFilmReader m_reader;
    std::unique_ptr<store::Library> m_library;
    std::vector<core::Progress> m_progress;
};

TEST_F(ImporterTest, AFolderIsImportedAndBadFilesAreListedWithTheirReason) {
    film("a.dcm", "1.1");
    film("deep/b.dcm", "1.2");
    film("c.png", "");
    m_folder.write("films/notes.txt", "no film");
    const auto report = import({films()});
    EXPECT_EQ(report.outcome, Outcome::finished);
    EXPECT_EQ(report.added, 3);
    EXPECT_EQ(report.studyIds.size(), 2u);
    ASSERT_EQ(report.refused.size(), 1u);
    EXPECT_EQ(report.refused[0].error.code, ErrorCode::notRecognised);
    EXPECT_EQ(report.refused[0].error.path, (films() / "notes.txt").string());
    ASSERT_FALSE(m_progress.empty());
    EXPECT_EQ(m_progress.back().done, 4u);
    EXPECT_EQ(m_progress.back().total, 4u);
}

TEST_F(ImporterTest, ANameInItsOwnScriptAloneIsShownInThat) {
    film("a.dcm", "1.1");
    intake::FilmHeader& header = m_reader.header(films() / "a.dcm");
    header.patient.name.clear();
    header.patient.ideographic = "山田^太郎";
    header.patient.phonetic = "やまだ^たろう";
    ASSERT_EQ(import({films()}).added, 1);
    EXPECT_EQ(m_library->worklist("")->front().study.patientName, "山田^太郎");
}

TEST_F(ImporterTest, WhatTheHeaderSaysStandsInTheWorklist) {
    film("a.dcm", "1.1");
    ASSERT_EQ(import({films()}).added, 1);
    const auto rows = m_library->worklist("");
    ASSERT_EQ(rows->size(), 1u);
    const auto& row = rows->front();
    EXPECT_EQ(row.study.patientName, "DEMO^ANNA");
    EXPECT_EQ(row.study.date, "2026-03-01");
    EXPECT_EQ(row.study.age, "067Y");
    EXPECT_EQ(row.film.sopInstanceUid, "1.1");
    EXPECT_EQ(row.film.rows, 8);
    EXPECT_EQ(row.film.fileSize, std::int64_t(std::filesystem::file_size(row.film.path)));
    EXPECT_GT(row.film.modifiedNs, 0);
    EXPECT_FALSE(row.film.contentDigest.empty());
    EXPECT_FALSE(row.study.demonstration);
}

TEST_F(ImporterTest, AnImageIsAStudyNamedAfterItsFile) {
    film("chest.png", "");
    ASSERT_EQ(import({films()}).added, 1);
    EXPECT_EQ(m_library->worklist("")->front().study.description, "chest.png");
}

TEST_F(ImporterTest, ImportingTwiceAddsNothing) {
    film("a.dcm", "1.1");
    film("c.png", "");
    static_cast<void>(import({films()}));
    const auto again = import({films(), films() / "a.dcm"});
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(again.alreadyKnown, 3);
    EXPECT_EQ(again.studyIds.size(), 2u);
    EXPECT_EQ(m_library->studyCount().value(), 2);
}

TEST_F(ImporterTest, AConflictingCopyIsCountedAndStaysVisible) {
    film("a.dcm", "1.1");
    film("b.dcm", "1.1"); // written with other bytes
    const auto report = import({films()});
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.conflicting, 1);
    EXPECT_EQ(m_library->worklist("")->size(), 2u);
}

TEST_F(ImporterTest, AMissingPathIsRefusedAndTheOthersAreImported) {
    const auto report = import({films() / "none", film("a.dcm", "1.1")});
    EXPECT_EQ(report.added, 1);
    ASSERT_EQ(report.refused.size(), 1u);
    EXPECT_EQ(report.refused[0].error.code, ErrorCode::fileNotFound);
    EXPECT_EQ(report.refused[0].error.path, (films() / "none").string());
}

TEST_F(ImporterTest, StoppingIsAnOutcome) {
    film("a.dcm", "1.1");
    std::stop_source stop;
    stop.request_stop();
    const auto report = import({films()}, stop.get_token());
    EXPECT_EQ(report.outcome, Outcome::stopped);
    EXPECT_EQ(report.added, 0);
}

TEST_F(ImporterTest, TheNineSharedFilmsAreAllInTheWorklist) {
    const auto chest = test::sharedFolder() / "dicom/chest";
    ::setenv("PLEURASCOPE_BIN", PLEURASCOPE_BIN_DIR, 0);
    if (!std::filesystem::exists(chest))
        GTEST_SKIP() << chest << " is absent";
    if (!std::filesystem::exists(core::readerProgram()))
        GTEST_SKIP() << core::readerProgram() << " is not built";
    intake::FilmReader reader(core::readerProgram());
    const auto report = importFilms({chest}, reader, *m_library, false, {}, {});
    ASSERT_TRUE(report) << core::describe(report.error());
    EXPECT_EQ(report->added, 4);
    EXPECT_EQ(report->conflicting, 5);
    EXPECT_TRUE(report->refused.empty());
    EXPECT_EQ(m_library->filmsToScoreCount("m").value(), m_library->studyCount().value());
    const auto again = importFilms({chest}, reader, *m_library, false, {}, {});
    EXPECT_EQ(again->alreadyKnown, 9);
}

} // namespace
} // namespace pleurascope::reading
