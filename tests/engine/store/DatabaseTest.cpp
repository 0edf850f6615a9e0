// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

#include <csignal>
#include <sched.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pleurascope::store {
namespace {

using core::ErrorCode;

class DatabaseTest : public StoreFixture {
protected:
    /// Text that one PRAGMA answers, asked beside the library.
    [[nodiscard]] std::string ask(const std::string& pragma) const {
        soci::session session(soci::sqlite3, "dbname=\"" + file().string() + "\"");
        std::string answer;
        session << "PRAGMA " << pragma, soci::into(answer);
        return answer;
    }
    void tell(const std::string& statement) const {
        soci::session session(soci::sqlite3, "dbname=\"" + file().string() + "\"");
        session << statement;
    }
};

/// Adds films until it is killed, or `limit` are added; writes one byte to `pipe` after each that was
/// committed.
[[noreturn]] void addFilmsForEver(const std::filesystem::path& file, const std::string& prefix, int pipe,
                                  int limit) {
    auto library = Library::open(file);
    if (!library)
        _exit(3);
    for (int i = 0; i < limit; ++i) {
        const std::string uid = prefix + "." + std::to_string(i);
        const auto added = (*library)->addFilm(studyRecord(uid), filmRecord("/" + uid, uid + ".1"));
        if (!added || !(*library)->addPrediction(predictionRecord(added->filmId, "m", 0.5)))
            _exit(4);
        if (write(pipe, "x", 1) != 1)
            _exit(5);
    }
    _exit(0);
}

TEST_F(DatabaseTest, TheFileIsInWriteAheadModeAndKnowsItsVersion) {
    EXPECT_EQ(ask("journal_mode"), "wal");
    EXPECT_EQ(ask("user_version"), "6");
}

TEST_F(DatabaseTest, ScoresFromBeforeCalibrationAreKeptAndUncalibrated) {
    const auto added = m_library->addFilm(studyRecord("1"), filmRecord("/1", "1.1"));
    ASSERT_TRUE(added);
    auto prediction = predictionRecord(added->filmId, "m", 0.7);
    prediction.calibrated = true;
    ASSERT_TRUE(m_library->addPrediction(prediction));
    EXPECT_TRUE(m_library->worklist("m")->front().prediction->calibrated);
    m_library.reset();
    tell("ALTER TABLE prediction DROP COLUMN calibrated");
    for (const char* table : {"presentation_image", "presentation", "key_image", "annotation"})
        tell(std::string("DROP TABLE ") + table);
    tell("ALTER TABLE film DROP COLUMN body_part");
    tell("ALTER TABLE film DROP COLUMN laterality");
    for (const char* what : {"new", "changed", "gone"})
        tell(std::string("DROP TRIGGER study_text_of_") + what);
    tell("DROP TABLE study_text");
    for (const char* what : {"changed", "shortened"})
        tell(std::string("DROP TRIGGER audit_is_never_") + what);
    for (const char* table : {"patient_link", "saved_search", "library_value", "audit", "study_score"})
        tell(std::string("DROP TABLE ") + table);
    for (const char* index : {"patient_key", "bin", "date", "verdict"})
        tell(std::string("DROP INDEX study_by_") + index);
    for (const char* column : {"patient_key", "name_sound", "binned_at", "reading_by", "reading_since",
                               "first_film_id", "verdict_id", "verdict_at", "verdict_agrees"})
        tell(std::string("ALTER TABLE study DROP COLUMN ") + column);
    tell("CREATE INDEX study_by_patient ON study (patient_id, date, time)");
    tell("CREATE INDEX study_by_date ON study (date, time)");
    tell("DROP INDEX film_by_origin");
    tell("ALTER TABLE film DROP COLUMN content_sha256");
    tell("ALTER TABLE film DROP COLUMN copied_from");
    tell("ALTER TABLE film DROP COLUMN integrity");
    tell("ALTER TABLE film DROP COLUMN verified_at");
    tell("PRAGMA user_version = 1");
    reopen();
    EXPECT_EQ(ask("user_version"), "6");
    const auto backup = file().string() + ".v1"; // as it was before its tables were changed
    soci::session before(soci::sqlite3, "dbname=\"" + backup + "\"");
    int version = 0;
    before << "PRAGMA user_version", soci::into(version);
    EXPECT_EQ(version, 1);
    StudyFilter demo;
    demo.text = "demo";
    EXPECT_EQ(m_library->find(demo)->size(), 1U); // what was there is found
    const auto rows = m_library->worklist("m");
    ASSERT_TRUE(rows);
    ASSERT_TRUE(rows->front().prediction);
    EXPECT_EQ(rows->front().prediction->probability, 0.7);
    EXPECT_FALSE(rows->front().prediction->calibrated);
}

TEST_F(DatabaseTest, AFileOfALaterVersionIsLeftAlone) {
    m_library.reset();
    tell("PRAGMA user_version = 999");
    const auto library = Library::open(file());
    ASSERT_FALSE(library);
    EXPECT_EQ(library.error().code, ErrorCode::databaseTooNew);
    EXPECT_NE(library.error().detail.find("999"), std::string::npos);
    EXPECT_EQ(library.error().path, file().string());
    EXPECT_EQ(ask("user_version"), "999");
}

TEST_F(DatabaseTest, AnotherProgramsDatabaseAndOtherFilesAreRefused) {
    const auto foreign = m_folder.path() / "foreign.sqlite";
    soci::session(soci::sqlite3, "dbname=\"" + foreign.string() + "\"") << "CREATE TABLE mails (id INTEGER)";
    EXPECT_EQ(Library::open(foreign).error().code, ErrorCode::databaseFailed);
    const auto text = m_folder.write("text.sqlite", std::string(5000, 'x'));
    EXPECT_EQ(Library::open(text).error().code, ErrorCode::databaseDamaged);
    EXPECT_EQ(Library::open(m_folder.path() / "no/such/folder.sqlite").error().code,
              ErrorCode::databaseFailed);
}

TEST_F(DatabaseTest, PathsWithSpacesAndEqualsSignsOpen) {
    const auto odd = m_folder.path() / "a  b=c d'\xC3\xBC.sqlite";
    ASSERT_TRUE(Library::open(odd));
    EXPECT_TRUE(std::filesystem::exists(odd));
}

TEST_F(DatabaseTest, KilledInTheMiddleNothingThatWasCommittedIsLost) {
    m_library.reset();
    for (const int killAfter : {1, 7, 23}) {
        int pipes[2];
        ASSERT_EQ(pipe(pipes), 0);
        const pid_t child = fork();
        if (child == 0)
            addFilmsForEver(file(), std::to_string(killAfter), pipes[1], 1'000'000);
        close(pipes[1]);
        int committed = 0;
        char byte = 0;
        while (committed < killAfter && read(pipes[0], &byte, 1) == 1)
            ++committed;
        kill(child, SIGKILL);
        while (read(pipes[0], &byte, 1) == 1)
            ++committed;
        close(pipes[0]);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));

        reopen();
        EXPECT_EQ(ask("integrity_check"), "ok");
        int found = 0;
        const auto rows = m_library->worklist("m");
        for (const auto& row : rows.value())
            found +=
                row.study.studyUid.starts_with(std::to_string(killAfter) + ".") && row.prediction ? 1 : 0;
        EXPECT_GE(found, committed);
        EXPECT_LE(found, committed + 1); // the one whose byte was not written any more
        m_library.reset();
    }
}

TEST_F(DatabaseTest, TwoProcessesMayWriteFromTheFirstMomentOn) {
    const auto fresh = m_folder.path() / "fresh.sqlite";
    std::vector<pid_t> children;
    int pipes[2];
    ASSERT_EQ(pipe(pipes), 0);
    for (const char* prefix : {"1", "2"}) {
        children.push_back(fork());
        if (children.back() == 0)
            addFilmsForEver(fresh, prefix, pipes[1], 40);
    }
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status));
        EXPECT_EQ(WEXITSTATUS(status), 0);
    }
    close(pipes[0]);
    close(pipes[1]);
    EXPECT_EQ((*Library::open(fresh))->studyCount().value(), 80);
}

/// A small file system at `folder` that only this process sees. Users other than root get it in a user
/// namespace.
bool mountSmallDisk(const std::filesystem::path& folder) {
    const std::string user = "0 " + std::to_string(geteuid()) + " 1";
    const std::string group = "0 " + std::to_string(getegid()) + " 1";
    const bool isRoot = geteuid() == 0;
    if (unshare(isRoot ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return false;
    if (!isRoot) {
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << user;
        std::ofstream("/proc/self/gid_map") << group;
    }
    return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("none", folder.c_str(), "tmpfs", 0, "size=1m") == 0;
}

/// Adds films on a disk of 1 MiB until that fails and says how.
[[noreturn]] void fillADisk(const std::filesystem::path& folder) {
    constexpr int notPossibleHere = 77;
    if (!mountSmallDisk(folder))
        _exit(notPossibleHere);
    auto library = Library::open(folder / "library.sqlite");
    if (!library)
        _exit(1);
    int added = 0;
    for (;; ++added) {
        const std::string uid = std::to_string(added);
        const auto result = (*library)->addFilm(studyRecord(uid), filmRecord("/" + uid, uid + ".1"));
        if (!result) {
            const bool kept = (*library)->studyCount() == added;
            _exit(result.error().code != ErrorCode::diskFull ? 2 : kept ? 0 : 3);
        }
    }
}

TEST_F(DatabaseTest, AFullDiskIsSaidAndNothingIsLost) {
    const auto folder = m_folder.path() / "small";
    std::filesystem::create_directory(folder);
    const pid_t child = fork();
    if (child == 0)
        fillADisk(folder);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77)
        GTEST_SKIP() << "no file system of one's own can be mounted here";
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

} // namespace
} // namespace pleurascope::store
