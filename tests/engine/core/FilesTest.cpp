// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pleurascope::core {
namespace {

std::size_t entriesOf(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST(Files, ComeBackAsTheyWereWritten) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "a.txt";
    ASSERT_TRUE(writeFileAtomically(file, std::string_view("first")));
    ASSERT_TRUE(writeFileAtomically(file, std::string_view("second")));
    EXPECT_EQ(*readText(file), "second");
    EXPECT_EQ(entriesOf(folder.path()), 1U) << "nothing is left beside it";
}

TEST(Files, AWriteThatFailsLeavesTheOldFileAndNothingElse) {
    const test::TemporaryFolder folder;
    const auto file = folder.write("a.txt", "old");
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto written = writeFileAtomically(file, std::string(5000, 'x'));
        ::_exit(!written && written.error().code == ErrorCode::diskFull &&
                        written.error().path == file.string()
                    ? 0
                    : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(*readText(file), "old");
    EXPECT_EQ(entriesOf(folder.path()), 1U);
}

TEST(Files, SayWhatIsWrong) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(readText(folder.path() / "none").error().code, ErrorCode::fileNotFound);
    EXPECT_EQ(readText(folder.path()).error().code, ErrorCode::fileUnreadable);
    EXPECT_EQ(readText(folder.write("big", "12345"), 4).error().code, ErrorCode::limitExceeded);
    EXPECT_EQ(writeFileAtomically(folder.path() / "none/a", std::string_view("x")).error().code,
              ErrorCode::writeFailed);
    EXPECT_EQ(createFolders(folder.path() / "big/below").error().code, ErrorCode::writeFailed);
}

} // namespace
} // namespace pleurascope::core
