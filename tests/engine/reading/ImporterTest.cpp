// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Importer.h"

#include "engine/core/Installation.h"
#include "engine/core/Sha256.h"
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
            paths, m_reader, *m_library, m_options,
            [&](const core::Progress& progress) { m_progress.push_back(progress); }, stop);
        EXPECT_TRUE(report) << core::describe(report.error());
        return report.value_or(ImportReport{});
    }
    /// Where the copy of a file goes.
    [[nodiscard]] std::filesystem::path copyOf(const std::filesystem::path& file) const {
        const auto hash = core::sha256OfFile(file).value();
        return m_folder.path() / "kept" / hash.substr(0, 2) / hash;
    }
    [[nodiscard]] std::filesystem::path films() const { return m_folder.path() / "films"; }

    test::TemporaryFolder m_folder;
    ImportOptions m_options;
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

TEST_F(ImporterTest, WhatIsInTheLibraryIsNotReadAgainUnlessItChangedOrLiesInTheBin) {
    film("a.dcm", "1.1");
    film("b.dcm", "1.2", "2");
    static_cast<void>(import({films()}));
    m_reader.headersRead = 0;
    EXPECT_EQ(import({films()}).alreadyKnown, 2);
    EXPECT_EQ(m_reader.headersRead, 0);
    m_folder.write("films/a.dcm", "longer than it was before");
    EXPECT_EQ(import({films()}).alreadyKnown, 2);
    EXPECT_EQ(m_reader.headersRead, 1);
    const auto rows = m_library->worklist("");
    ASSERT_EQ(m_library->binStudies(std::vector{rows->front().study.id}).value(), 1);
    EXPECT_EQ(import({films()}).alreadyKnown, 2);
    EXPECT_EQ(m_reader.headersRead, 2);
    EXPECT_EQ(m_library->worklist("")->size(), 2U);
}

TEST_F(ImporterTest, CopiesAreKeptWithTheLibraryAndOutliveTheirFiles) {
    const auto a = film("a.dcm", "1.1");
    const auto c = film("c.png", "");
    film("again.dcm", "1.1");
    m_options.copyInto = m_folder.path() / "kept";
    for (const auto& path : {a, c}) // the fake reader knows paths: those of the copies, too
        m_reader.know(copyOf(path), path == a ? "1.1" : "", "1");
    const auto report = import({a, c});
    EXPECT_EQ(report.added, 2);
    ASSERT_TRUE(report.refused.empty()) << core::describe(report.refused[0].error);
    const auto rows = m_library->worklist("");
    for (const auto& row : *rows) {
        EXPECT_TRUE(row.film.path.starts_with(m_options.copyInto.string()));
        EXPECT_TRUE(row.film.path.ends_with(row.film.contentSha256));
        EXPECT_FALSE(row.film.copiedFrom.empty());
        if (row.film.sopInstanceUid.empty()) {
            EXPECT_EQ(row.study.description, "c.png"); // called by its own name
        }
    }
    EXPECT_EQ(import({a, c}).alreadyKnown, 2);
    std::filesystem::remove(a);
    EXPECT_TRUE(std::filesystem::exists(copyOf(c)));
}

TEST_F(ImporterTest, AFilmThatWasThereByReferenceBecomesACopyWhenThatIsAskedFor) {
    const auto a = film("a.dcm", "1.1");
    static_cast<void>(import({a}));
    m_options.copyInto = m_folder.path() / "kept";
    m_reader.know(copyOf(a), "1.1", "1");
    EXPECT_EQ(import({a}).alreadyKnown, 1);
    EXPECT_EQ(m_library->worklist("")->front().film.path, copyOf(a).string());
    EXPECT_EQ(m_library->worklist("")->front().film.copiedFrom, a.string());
}

TEST_F(ImporterTest, MoreFilesThanABatchAllComeIn) {
    for (int i = 0; i < 150; ++i)
        film(std::to_string(i) + ".dcm", "1." + std::to_string(i), std::to_string(i / 2));
    const auto report = import({films()});
    EXPECT_EQ(report.added, 150);
    EXPECT_EQ(report.studyIds.size(), 75U);
    EXPECT_EQ(m_progress.back().done, 150U);
    EXPECT_TRUE(m_library->verifyAudit()->isWhole());
}

TEST_F(ImporterTest, TheNineSharedFilmsAreAllInTheWorklist) {
    const auto chest = test::sharedFolder() / "dicom/chest";
    ::setenv("PLEURASCOPE_BIN", PLEURASCOPE_BIN_DIR, 0);
    if (!std::filesystem::exists(chest))
        GTEST_SKIP() << chest << " is absent";
    if (!std::filesystem::exists(core::readerProgram()))
        GTEST_SKIP() << core::readerProgram() << " is not built";
    intake::FilmReader reader(core::readerProgram());
    const auto report = importFilms({chest}, reader, *m_library, {}, {}, {});
    ASSERT_TRUE(report) << core::describe(report.error());
    EXPECT_EQ(report->added, 4);
    EXPECT_EQ(report->conflicting, 5);
    EXPECT_TRUE(report->refused.empty());
    EXPECT_EQ(m_library->filmsToScoreCount("m").value(), m_library->studyCount().value());
    const auto again = importFilms({chest}, reader, *m_library, {}, {}, {});
    EXPECT_EQ(again->alreadyKnown, 9);
}

} // namespace
} // namespace pleurascope::reading
