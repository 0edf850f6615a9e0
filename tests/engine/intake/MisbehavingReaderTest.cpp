// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmReader.h"

#include "tests/engine/intake/ReaderProcesses.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <map>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;

/// The client against a reader that does what the file says.
class MisbehavingReaderTest : public ::testing::Test {
protected:
    [[nodiscard]] core::Result<Film> order(const std::string& what) {
        return m_reader.readFilm(m_folder.write("order.txt", what));
    }
    void expectRecovery() {
        const auto next = order("behave");
        ASSERT_TRUE(next) << core::describe(next.error());
        EXPECT_EQ(next->image.pixels.samples<std::uint8_t>()[3], 4);
        EXPECT_EQ(children().size(), 1u);
    }

    test::TemporaryFolder m_folder;
    FilmReader m_reader{MISBEHAVING_READER, {std::uint64_t(1) << 30, std::chrono::milliseconds(300)}};
};

TEST_F(MisbehavingReaderTest, OneThatDiesRefusesOneFileAndTheNextIsRead) {
    const auto died = order("die");
    EXPECT_EQ(codeOf(died), ErrorCode::readerCrashed);
    EXPECT_EQ(died.error().detail, "signal 6");
    expectRecovery();
    EXPECT_EQ(order("leave").error().detail, "exit status 3");
    expectRecovery();
}

TEST_F(MisbehavingReaderTest, OneThatHangsIsKilled) {
    const auto hung = order("hang");
    EXPECT_EQ(codeOf(hung), ErrorCode::timedOut);
    EXPECT_EQ(hung.error().path, (m_folder.path() / "order.txt").string());
    expectRecovery();
}

TEST_F(MisbehavingReaderTest, OneOutOfProcessorTimeTimesOut) {
    EXPECT_EQ(codeOf(order("use up the processor time")), ErrorCode::timedOut);
    expectRecovery();
}

TEST_F(MisbehavingReaderTest, NothingItSaysIsBelieved) {
    for (const auto* lie :
         {"noise", "nonsense", "no pixels", "unsealed pixels", "too few pixels", "a pipe for pixels"}) {
        SCOPED_TRACE(lie);
        const auto told = order(lie);
        EXPECT_EQ(codeOf(told), ErrorCode::readerCrashed);
        EXPECT_EQ(told.error().path, (m_folder.path() / "order.txt").string());
        expectRecovery();
    }
}

TEST_F(MisbehavingReaderTest, PixelsThatItSaysAreInTheFileAreReadFromThereOnly) {
    const auto read = order("pixels in the file");
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_EQ(read->image.pixels.samples<std::uint8_t>()[0], 'n');
    const auto beyond = order("pixels beyond the file");
    EXPECT_EQ(codeOf(beyond), ErrorCode::truncated);
    EXPECT_EQ(beyond.error().path, (m_folder.path() / "order.txt").string());
    expectRecovery();
}

TEST_F(MisbehavingReaderTest, OneThatDiesAmongManyRefusesOneFileAndTheRestIsAskedAgain) {
    std::vector<std::filesystem::path> paths;
    for (int i = 0; i < 40; ++i)
        paths.push_back(m_folder.write(std::to_string(i), "behave"));
    for (const auto& [index, order] : std::map<int, std::string>{
             {0, "die"}, {7, "leave"}, {8, "die"}, {9, "hang"}, {20, "nonsense"}, {39, "die"}})
        m_folder.write(std::to_string(index), order);
    const auto headers = m_reader.readHeaders(paths);
    for (int i = 0; i < 40; ++i) {
        const bool isBad = i == 0 || (i >= 7 && i <= 9) || i == 20 || i == 39;
        const auto& header = headers[std::size_t(i)];
        ASSERT_EQ(!header, isBad) << i;
        if (isBad) {
            EXPECT_EQ(header.error().code, i == 9 ? ErrorCode::timedOut : ErrorCode::readerCrashed) << i;
            EXPECT_EQ(header.error().path, paths[std::size_t(i)].string());
        }
    }
}

#ifndef __SANITIZE_ADDRESS__
TEST_F(MisbehavingReaderTest, OneThatIsTakenOverCannotBreakOut) {
    if (!FilmReader(readerProgram).confinement()->systemCalls)
        GTEST_SKIP() << "this kernel has no seccomp";
    EXPECT_EQ(order("break out: not at all").error().detail, "escaped");
    for (const auto* what : {"read a file", "write a file", "remove a file", "list a folder", "kill another",
                             "make memory run", "raise its limits", "fork"})
        EXPECT_EQ(order(std::string("break out: ") + what).error().detail, "Operation not permitted") << what;
    for (const auto* what : {"connect", "run a program", "trace another"})
        EXPECT_EQ(order(std::string("break out: ") + what).error().detail, "signal " + std::to_string(SIGSYS))
            << what;
    expectRecovery();
}
#endif

TEST_F(MisbehavingReaderTest, AnAnswerGivenBeforeDyingCounts) {
    EXPECT_TRUE(order("answer and die"));
    expectRecovery();
}

} // namespace
} // namespace pleurascope::intake
