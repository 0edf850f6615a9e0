// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Backup.h"

#include "tests/engine/store/StoreFixture.h"

#include <fstream>

namespace pleurascope::store {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

class BackupTest : public StoreFixture {
protected:
    void SetUp() override {
        StoreFixture::SetUp();
        for (int i = 0; i < 5; ++i) {
            const std::string uid = std::to_string(i);
            const auto added = add(studyRecord(uid), filmRecord("/" + uid, uid + ".1"));
            ASSERT_TRUE(m_library->addPrediction(predictionRecord(added.filmId, "m", 0.1 + 0.2)));
            ASSERT_TRUE(m_library->addVerdict({.studyId = added.studyId, .comment = "gr\u00FCn\n\"x\""}));
        }
        ASSERT_TRUE(m_library->mergePatients("A", "B"));
        ASSERT_TRUE(m_library->saveSearch("mine", "x"));
    }
    [[nodiscard]] fs::path backup() const { return m_folder.path() / "backup.sqlite"; }
    /// As `m_library` was filled above.
    static void expectWhole(Library& library) {
        EXPECT_EQ(library.studyCount().value(), 5);
        const auto rows = library.worklist("m").value();
        ASSERT_EQ(rows.size(), 5U);
        EXPECT_EQ(rows.front().prediction->probability, 0.1 + 0.2);
        EXPECT_EQ(rows.front().verdict->comment, "gr\u00FCn\n\"x\"");
        EXPECT_EQ(rows.front().film.modifiedNs, 1'790'000'000'123'456'789);
        EXPECT_EQ(library.mergedPatients()->size(), 1U);
        EXPECT_EQ(library.savedSearches()->size(), 1U);
        EXPECT_TRUE(library.verifyAudit()->isWhole());
        StudyFilter filter;
        filter.text = "anna";
        EXPECT_EQ(library.find(filter)->size(), 5U);
        EXPECT_TRUE(library.addFilm(studyRecord("new"), filmRecord("/new", "new.1"))); // and it goes on
    }
};

TEST_F(BackupTest, ABackupIsALibraryAndBecomesOneInAnotherPlace) {
    const auto contents = backUpLibrary(location(), backup());
    ASSERT_TRUE(contents) << core::describe(contents.error());
    EXPECT_EQ(*contents, (LibraryContents{5, 5, 5, 5, 0}));
    EXPECT_FALSE(fs::exists(backup().string() + "-wal"));
    const auto bytes = fs::file_size(backup());
    const auto other = m_folder.path() / "other.sqlite";
    const auto restored = restoreLibrary(backup(), other);
    ASSERT_TRUE(restored) << core::describe(restored.error());
    EXPECT_TRUE(restored->replaced.empty());
    expectWhole(*Library::open(other).value());
    EXPECT_EQ(fs::file_size(backup()), bytes);
    EXPECT_EQ(m_library->studyCount().value(), 5); // and this one is as it was
}

TEST_F(BackupTest, WhatWasThereIsKeptBesideTheRestored) {
    ASSERT_TRUE(backUpLibrary(location(), backup()));
    const auto other = m_folder.path() / "other.sqlite";
    { ASSERT_TRUE(Library::open(other).value()->addFilm(studyRecord("x"), filmRecord("/x", "x.1"))); }
    const auto restored = restoreLibrary(backup(), other);
    ASSERT_TRUE(restored) << core::describe(restored.error());
    EXPECT_EQ(Library::open(restored->replaced).value()->studyCount().value(), 1);
    expectWhole(*Library::open(other).value());
}

TEST_F(BackupTest, ALibraryThatIsOpenIsNotReplaced) {
    ASSERT_TRUE(backUpLibrary(location(), backup()));
    const auto other = m_folder.path() / "other.sqlite";
    const auto open = Library::open(other).value();
    EXPECT_EQ(restoreLibrary(backup(), other).error().code, ErrorCode::inUse);
    EXPECT_TRUE(open->addFilm(studyRecord("x"), filmRecord("/x", "x.1")));
}

TEST_F(BackupTest, ADamagedBackupReplacesNothing) {
    ASSERT_TRUE(backUpLibrary(location(), backup()));
    const auto other = m_folder.path() / "other.sqlite";
    { ASSERT_TRUE(Library::open(other)); }
    {
        std::fstream file(backup(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(8192);
        file << std::string(16384, '\xA5');
    }
    const auto restored = restoreLibrary(backup(), other);
    ASSERT_FALSE(restored);
    EXPECT_EQ(restored.error().code, ErrorCode::databaseFailed);
    EXPECT_EQ(Library::open(other).value()->studyCount().value(), 0);
    EXPECT_FALSE(fs::exists(other.string() + ".part"));
    EXPECT_EQ(restoreLibrary(m_folder.path() / "none", other).error().code, ErrorCode::fileNotFound);
    EXPECT_FALSE(restoreLibrary(m_folder.write("text", "no library"), other));
}

TEST_F(BackupTest, OneADayIsKeptAndADamagedLibraryIsSalvagedFromIt) {
    const auto folder = m_folder.path() / "backups";
    for (const char* day : {"2020-01-01", "2020-01-02", "2020-01-03"})
        ASSERT_TRUE(
            backUpLibrary(location(), folder / (std::string("library-") + day + ".sqlite")).error().code ==
            ErrorCode::databaseFailed); // there is no folder yet
    ASSERT_TRUE(keepDailyBackup(location(), folder, 2));
    for (const char* day : {"2020-01-01", "2020-01-02", "2020-01-03"})
        m_folder.write(std::string("backups/library-") + day + ".sqlite", "damaged, too");
    ASSERT_TRUE(keepDailyBackup(location(), folder, 2)); // there is one of today
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 4);
    const auto damaged = m_folder.write("damaged.sqlite", std::string(50'000, 'x'));
    ASSERT_FALSE(Library::open(damaged));
    const auto salvaged = salvageLibrary(damaged, folder);
    ASSERT_TRUE(salvaged) << core::describe(salvaged.error());
    EXPECT_EQ(fs::file_size(salvaged->replaced), 50'000U);
    expectWhole(*Library::open(damaged).value());
}

TEST_F(BackupTest, AnEmptyLibraryDoesNotTakeTheDaysPlace) {
    const auto folder = m_folder.path() / "backups";
    const auto empty = m_folder.path() / "empty.sqlite";
    ASSERT_TRUE(Library::open(empty));
    ASSERT_TRUE(keepDailyBackup(empty, folder));
    EXPECT_TRUE(fs::is_empty(folder));
    ASSERT_TRUE(keepDailyBackup(location(), folder));
    EXPECT_FALSE(fs::is_empty(folder));
}

TEST_F(BackupTest, WithoutAWholeBackupNothingIsTouched) {
    const auto damaged = m_folder.write("damaged.sqlite", std::string(50'000, 'x'));
    EXPECT_FALSE(salvageLibrary(damaged, m_folder.path() / "backups"));
    EXPECT_EQ(fs::file_size(damaged), 50'000U);
}

TEST_F(BackupTest, ALibraryMovesToAServerThatIsEmpty) {
    if (!m_server)
        GTEST_SKIP() << "runs beside a server (store_test.postgres)";
    ASSERT_TRUE(backUpLibrary(location(), backup()));
    test::ServerDatabase fresh;
    const auto there = LibraryLocation::parse(fresh.uri()).value();
    ASSERT_TRUE(restoreLibrary(backup(), there));
    expectWhole(*Library::open(there).value());
    EXPECT_EQ(restoreLibrary(backup(), there).error().code, ErrorCode::alreadyExists);
}

} // namespace
} // namespace pleurascope::store
