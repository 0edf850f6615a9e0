// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

#include <thread>

namespace pleurascope::store {
namespace {

using core::ErrorCode;

/// What only a library on a server has.
class ServerTest : public StoreFixture {
protected:
    void SetUp() override {
        if (!std::getenv("PLEURASCOPE_TEST_SERVER"))
            GTEST_SKIP() << "runs beside a server (store_test.postgres)";
        StoreFixture::SetUp();
    }
};

TEST_F(ServerTest, TheRoleIsWhoWorks) {
    m_library->setActor("somebody else");
    EXPECT_EQ(m_library->actor(), m_server->ask("SELECT current_user"));
}

TEST_F(ServerTest, ALostConnectionIsSaidAndMadeAnew) {
    (void)add(studyRecord("1"), filmRecord("/1", "1.1"));
    m_server->ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                  "AND pid <> pg_backend_pid()");
    const auto lost = m_library->studyCount();
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code, ErrorCode::databaseFailed);
    EXPECT_EQ(lost.error().path, m_library->location().name());
    EXPECT_EQ(m_library->studyCount().value(), 1);
}

TEST_F(ServerTest, ManyMayWriteFromTheFirstMomentOn) {
    test::ServerDatabase fresh;
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < 4; ++writer)
        writers.emplace_back([&, writer] {
            auto library = Library::open(LibraryLocation::parse(fresh.uri()).value());
            ASSERT_TRUE(library) << core::describe(library.error());
            for (int i = 0; i < 20; ++i) {
                const std::string uid =
                    std::to_string(writer % 2) + "." + std::to_string(i); // two bring the same
                ASSERT_TRUE((*library)->addFilm(studyRecord(uid), filmRecord("/" + uid, uid + ".1")));
            }
        });
    writers.clear();
    const auto library = Library::open(LibraryLocation::parse(fresh.uri()).value());
    EXPECT_EQ((*library)->studyCount().value(), 40);
    EXPECT_TRUE((*library)->verifyAudit()->isWhole());
}

TEST_F(ServerTest, AnotherProgramsDatabaseALaterVersionAndNoServerAreRefused) {
    test::ServerDatabase foreign;
    foreign.ask("CREATE TABLE mails (id INTEGER)");
    EXPECT_EQ(Library::open(LibraryLocation::parse(foreign.uri()).value()).error().detail,
              "a database of another program");
    m_server->ask("UPDATE library_value SET value = '999' WHERE name = 'version'");
    EXPECT_EQ(Library::open(location()).error().code, ErrorCode::databaseTooNew);
    const auto nowhere = Library::open(LibraryLocation::parse("postgresql://127.0.0.1:1/chest").value());
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::databaseFailed);
    EXPECT_NE(nowhere.error().path.find("127.0.0.1:1/chest"), std::string::npos);
}

TEST_F(ServerTest, ADatabaseWithoutUtf8IsRefused) {
    m_server->ask("CREATE DATABASE latin_test_database TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
    const auto refused = Library::open(LibraryLocation::parse("postgresql:///latin_test_database").value());
    m_server->ask("DROP DATABASE latin_test_database");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().detail.find("LATIN1"), std::string::npos);
}

} // namespace
} // namespace pleurascope::store
