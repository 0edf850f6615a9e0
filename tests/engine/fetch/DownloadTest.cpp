// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/Download.h"

#include "engine/core/FileDigest.h"
#include "engine/core/Files.h"
#include "engine/fetch/PartialFile.h"
#include "tests/engine/fetch/LoopbackServer.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>

namespace pleurascope::fetch {
namespace {

using core::ErrorCode;
using core::Outcome;
using test::LoopbackServer;
using ::testing::HasSubstr;
using ::testing::Not;

std::string content(std::size_t size, char first = 'a') {
    std::string text(size, ' ');
    for (std::size_t i = 0; i < size; ++i)
        text[i] = static_cast<char>(first + (i * i + i / 977) % 23);
    return text;
}

class Download : public ::testing::Test {
protected:
    [[nodiscard]] DownloadRequest request(const LoopbackServer& server, const std::string& expected) const {
        const auto file = m_folder.path() / "expected";
        EXPECT_TRUE(core::writeFileAtomically(file, expected));
        DownloadRequest request{server.url(), target(), {}};
        request.md5 = core::digestOfFile(file, core::DigestKind::md5).value();
        return request;
    }
    [[nodiscard]] std::filesystem::path target() const { return m_folder.path() / "deep" / "target"; }
    [[nodiscard]] std::uint64_t partSize() const {
        std::error_code none;
        const auto size = std::filesystem::file_size(target().string() + ".part", none);
        return none ? 0 : size;
    }
    void expectWhole(const std::string& expected) const {
        EXPECT_EQ(core::readText(target()).value(), expected);
        EXPECT_FALSE(std::filesystem::exists(target().string() + ".part"));
        EXPECT_FALSE(std::filesystem::exists(target().string() + ".part.json"));
    }

    const std::string whole = content(200'000);
    test::TemporaryFolder m_folder;
};

TEST_F(Download, BringsAFileWholeAndTellsHowFarItIs) {
    const LoopbackServer server({whole});
    core::Progress last;
    const auto outcome =
        download(request(server, whole), [&](const core::Progress& progress) { last = progress; }, {});
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    EXPECT_EQ(*outcome, Outcome::finished);
    expectWhole(whole);
    EXPECT_EQ(last.total, whole.size());
    EXPECT_EQ(last.stage, "download");
}

TEST_F(Download, AFileThatIsThereIsNotFetchedAgain) {
    const LoopbackServer server({whole});
    ASSERT_TRUE(download(request(server, whole), {}, {}));
    ASSERT_TRUE(download(request(server, whole), {}, {}));
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(Download, GoesOnAfterEachCutAsLongAsSomethingComes) {
    const LoopbackServer server({.content = whole, .cutAfter = 70'000});
    const auto outcome = download(request(server, whole), {}, {});
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    expectWhole(whole);
    ASSERT_EQ(server.requests().size(), 3U);
    EXPECT_THAT(server.requests()[0], Not(HasSubstr("Range: bytes")));
    EXPECT_THAT(server.requests()[1], HasSubstr("Range: bytes=70000-"));
    EXPECT_THAT(server.requests()[2], HasSubstr("If-Range: \"one\""));
}

TEST_F(Download, ACutConnectionLeavesWhatCameAndTheNextCallGoesOn) {
    LoopbackServer server({.content = whole, .cutAfter = 70'000});
    auto once = request(server, whole);
    once.attempts = 1;
    const auto cut = download(once, {}, {});
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::networkFailed);
    EXPECT_EQ(cut.error().path, server.url());
    EXPECT_FALSE(std::filesystem::exists(target()));
    EXPECT_EQ(partSize(), 70'000U);
    server.change({whole});
    ASSERT_TRUE(download(once, {}, {}));
    EXPECT_THAT(server.requests().back(), HasSubstr("Range: bytes=70000-"));
    expectWhole(whole);
}

TEST_F(Download, AServerWithoutRangesSendsItWholeAgain) {
    LoopbackServer server({.content = whole, .cutAfter = 70'000});
    auto once = request(server, whole);
    once.attempts = 1;
    EXPECT_FALSE(download(once, {}, {}));
    server.change({.content = whole, .ranges = false});
    ASSERT_TRUE(download(once, {}, {}));
    expectWhole(whole);
}

TEST_F(Download, AFileThatChangedInBetweenIsFetchedWhole) {
    LoopbackServer server({.content = content(200'000, 'A'), .cutAfter = 70'000});
    auto once = request(server, whole);
    once.attempts = 1;
    EXPECT_FALSE(download(once, {}, {}));
    server.change({.content = whole, .etag = "\"two\""});
    ASSERT_TRUE(download(once, {}, {}));
    expectWhole(whole);
}

TEST_F(Download, AnotherAddressDoesNotGoOnFromWhatCame) {
    const LoopbackServer first({.content = content(200'000, 'A'), .cutAfter = 70'000});
    const LoopbackServer second({whole});
    auto once = request(first, whole);
    once.attempts = 1;
    EXPECT_FALSE(download(once, {}, {}));
    once.url = second.url();
    ASSERT_TRUE(download(once, {}, {}));
    EXPECT_THAT(second.requests().back(), Not(HasSubstr("Range:")));
    expectWhole(whole);
}

TEST_F(Download, AWholeButUnfinishedPartIsFinished) {
    LoopbackServer server({whole});
    {
        auto part = PartialFile::open(m_folder.path() / "target", server.url());
        ASSERT_TRUE(part);
        ASSERT_TRUE(part->restart("\"one\""));
        ASSERT_TRUE(part->append(std::as_bytes(std::span(whole))));
    }
    auto again = request(server, whole);
    again.target = m_folder.path() / "target";
    const auto outcome = download(again, {}, {});
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    EXPECT_EQ(core::readText(again.target).value(), whole);
}

TEST_F(Download, AWrongHashIsRefusedAndThrownAway) {
    const LoopbackServer server({whole});
    const auto refused = download(request(server, "something else"), {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::hashMismatch);
    EXPECT_FALSE(std::filesystem::exists(target()));
    EXPECT_EQ(partSize(), 0U);
}

TEST_F(Download, AServersRefusalIsToldAndNothingIsKept) {
    const LoopbackServer server({.content = whole, .status = 404});
    const auto refused = download(request(server, whole), {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::serverRefused);
    EXPECT_EQ(refused.error().detail, "HTTP 404");
    EXPECT_FALSE(std::filesystem::exists(target()));
}

TEST_F(Download, ARedirectFromThisMachineIsNotFollowed) {
    const LoopbackServer server({.content = whole, .status = 302, .location = "http://example.org/"});
    EXPECT_EQ(download(request(server, whole), {}, {}).error().code, ErrorCode::serverRefused);
}

TEST_F(Download, NobodyThereIsANetworkFailure) {
    std::string url;
    {
        const LoopbackServer gone({whole});
        url = gone.url();
    }
    EXPECT_EQ(download({url, target(), {}}, {}, {}).error().code, ErrorCode::networkFailed);
    EXPECT_EQ(download({"http://example.org/a", target(), {}}, {}, {}).error().code,
              ErrorCode::insecureAddress);
}

TEST_F(Download, StopsWhenAskedAndKeepsWhatCame) {
    const LoopbackServer server({.content = content(4'000'000), .pauseMilliseconds = 1});
    std::stop_source source;
    const auto stopSoon = [&](const core::Progress& progress) {
        if (progress.done > 20'000)
            source.request_stop();
    };
    const auto outcome = download({server.url(), target(), {}}, stopSoon, source.get_token());
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    EXPECT_EQ(*outcome, Outcome::stopped);
    EXPECT_FALSE(std::filesystem::exists(target()));
    EXPECT_GT(partSize(), 20'000U);
}

TEST_F(Download, AFileLargerThanTheLimitIsNotBegun) {
    const LoopbackServer server({whole});
    DownloadRequest small{server.url(), target(), {}, 100'000};
    EXPECT_EQ(download(small, {}, {}).error().code, ErrorCode::limitExceeded);
    EXPECT_FALSE(std::filesystem::exists(target()));
}

/// A limit on the size of files stands for the full disk: both end a write in the middle.
TEST_F(Download, AFullDiskIsNamedAndTheRestComesLater) {
    const LoopbackServer server({whole});
    const auto wanted = request(server, whole);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit low = before;
    low.rlim_cur = 50'000;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &low), 0);
    const auto full = download(wanted, {}, {});
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, ErrorCode::diskFull) << core::describe(full.error());
    EXPECT_EQ(partSize(), 50'000U);
    ASSERT_TRUE(download(wanted, {}, {}));
    EXPECT_THAT(server.requests().back(), HasSubstr("Range: bytes=50000-"));
    expectWhole(whole);
}

TEST_F(Download, OfTwoAtOnceTheSecondIsToldSo) {
    const LoopbackServer server({whole});
    std::filesystem::create_directories(target().parent_path());
    const auto held = PartialFile::open(target(), server.url());
    ASSERT_TRUE(held);
    EXPECT_EQ(download(request(server, whole), {}, {}).error().code, ErrorCode::inUse);
}

TEST_F(Download, AFileThatIsAtHandIsCheckedAndCopied) {
    const LoopbackServer server({whole});
    const auto wanted = request(server, whole);
    ASSERT_TRUE(adopt(m_folder.path() / "expected", wanted));
    EXPECT_EQ(core::readText(target()).value(), whole);
    ASSERT_TRUE(core::writeFileAtomically(m_folder.path() / "other", std::string_view("other")));
    EXPECT_EQ(adopt(m_folder.path() / "other", wanted).error().code, ErrorCode::hashMismatch);
    EXPECT_TRUE(server.requests().empty());
}

} // namespace
} // namespace pleurascope::fetch
