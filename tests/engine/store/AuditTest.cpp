// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

#include <gtest/gtest-spi.h>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace pleurascope::store {
namespace {

class AuditTest : public StoreFixture {
protected:
    [[nodiscard]] std::vector<AuditLine> lines() { return m_library->auditLines(0, 1000).value(); }
    /// Somebody who can reach the tables themselves.
    void tamper(const std::string& statement) {
        if (m_server) {
            m_server->ask("DROP TRIGGER IF EXISTS audit_is_only_added_to ON audit");
            m_server->ask(statement);
            return;
        }
        soci::session session(soci::sqlite3, "dbname=\"" + file().string() + "\"");
        session << "DROP TRIGGER IF EXISTS audit_is_never_changed";
        session << "DROP TRIGGER IF EXISTS audit_is_never_shortened";
        session << statement;
    }
    void fill() {
        m_library->setActor("Dr Berg");
        const auto added = add(studyRecord("1.2.3"), filmRecord("/films/anna.dcm", "1.2.3.4"));
        ASSERT_TRUE(m_library->addPrediction(predictionRecord(added.filmId, "abcdef0123456789", 0.7)));
        ASSERT_TRUE(m_library->addVerdict({.studyId = added.studyId, .side = "L", .comment = "ANNA is ill"}));
        ASSERT_TRUE(m_library->note(AuditAction::exported, added.studyId, "png"));
        ASSERT_TRUE(m_library->note(AuditAction::settings, 0, "language"));
    }
};

TEST_F(AuditTest, WhatChangesTheLibraryIsWrittenDown) {
    fill();
    const auto all = lines();
    ASSERT_EQ(all.size(), 5U);
    const std::vector<std::string> actions{"imported", "scored", "verdict", "exported", "settings"};
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].id, std::int64_t(i + 1));
        EXPECT_EQ(all[i].action, actions[i]);
        EXPECT_EQ(all[i].madeAt.size(), 20U);
        EXPECT_EQ(all[i].actor, m_server ? m_library->actor() : "Dr Berg");
        EXPECT_EQ(all[i].subject.size(), i == 4 ? 0U : 16U);
    }
    EXPECT_EQ(all[2].detail, "agree L");
    EXPECT_EQ(all[0].subject, all[3].subject); // the same study
    const auto report = m_library->verifyAudit();
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->isWhole());
    EXPECT_EQ(report->lines, 5);
}

TEST_F(AuditTest, NothingInItNamesAPatient) {
    fill();
    for (const AuditLine& line : lines())
        for (const char* secret : {"ANNA", "DEMO", "1.2.3", "anna.dcm", "ill"})
            EXPECT_EQ((line.subject + " " + line.detail).find(secret), std::string::npos) << secret;
}

TEST_F(AuditTest, AChangedLineIsFound) {
    fill();
    tamper("UPDATE audit SET detail = 'disagree L' WHERE id = 3");
    const auto report = m_library->verifyAudit().value();
    EXPECT_EQ(report.reason, "changed");
    EXPECT_EQ(report.firstBad, 3);
}

TEST_F(AuditTest, ATakenLineIsFound) {
    fill();
    tamper("DELETE FROM audit WHERE id = 2");
    EXPECT_EQ(m_library->verifyAudit()->reason, "missing");
    EXPECT_EQ(m_library->verifyAudit()->firstBad, 2);
}

TEST_F(AuditTest, AShortenedLogIsFound) {
    fill();
    tamper("DELETE FROM audit WHERE id = 5");
    EXPECT_EQ(m_library->verifyAudit()->reason, "shortened");
}

TEST_F(AuditTest, TheTableItselfRefusesChanges) {
    fill();
    if (m_server) {
        EXPECT_NONFATAL_FAILURE(m_server->ask("UPDATE audit SET detail = ''"), "only added to");
        EXPECT_NONFATAL_FAILURE(m_server->ask("DELETE FROM audit"), "only added to");
    } else {
        soci::session session(soci::sqlite3, "dbname=\"" + file().string() + "\"");
        EXPECT_THROW(session << "UPDATE audit SET detail = ''", soci::soci_error);
        EXPECT_THROW(session << "DELETE FROM audit", soci::soci_error);
    }
    EXPECT_TRUE(m_library->verifyAudit()->isWhole());
}

TEST(AuditChainTest, NoTwoLinesGiveTheSameText) {
    const AuditLine one{.id = 1, .madeAt = "t", .actor = "a", .action = "b"};
    const AuditLine other{.id = 1, .madeAt = "t", .actor = "", .action = "ab"};
    EXPECT_NE(auditChain("", one), auditChain("", other));
    EXPECT_NE(auditChain("", one), auditChain("x", one));
}

} // namespace
} // namespace pleurascope::store
