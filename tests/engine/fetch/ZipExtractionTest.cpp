// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/ZipExtraction.h"

#include "engine/core/Files.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <sys/stat.h>

namespace pleurascope::fetch {
namespace {

using core::ErrorCode;
using core::Outcome;

struct Entry {
    std::string name;
    std::string content;
    zip_uint32_t mode = S_IFREG | 0644;
};

class ZipExtraction : public ::testing::Test {
protected:
    std::filesystem::path archive(const std::vector<Entry>& entries) {
        const auto path = m_folder.path() / ("archive" + std::to_string(m_count++) + ".zip");
        zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        for (const auto& entry : entries) {
            const auto index = zip_file_add(
                zip, entry.name.c_str(),
                zip_source_buffer(zip, entry.content.data(), entry.content.size(), 0), ZIP_FL_ENC_UTF_8);
            EXPECT_GE(index, 0) << entry.name;
            zip_file_set_external_attributes(zip, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX,
                                             entry.mode << 16);
        }
        EXPECT_EQ(zip_close(zip), 0);
        return path;
    }
    [[nodiscard]] core::Result<Outcome> extract(const std::filesystem::path& path,
                                                const ExtractionLimits& limits = {}) const {
        return extractZip(path, target(), limits, {}, {});
    }
    void expectRefused(const std::filesystem::path& path, ErrorCode code,
                       const ExtractionLimits& limits = {}) {
        const auto refused = extract(path, limits);
        ASSERT_FALSE(refused) << path;
        EXPECT_EQ(refused.error().code, code) << core::describe(refused.error());
        EXPECT_FALSE(std::filesystem::exists(target()));
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
            EXPECT_EQ(entry.path().extension(), ".zip") << "left behind: " << entry.path();
    }
    [[nodiscard]] std::filesystem::path target() const { return m_folder.path() / "films"; }

    test::TemporaryFolder m_folder;
    int m_count = 0;
    std::stop_source m_source;
};

TEST_F(ZipExtraction, UnfoldsFilesAndFolders) {
    const auto path =
        archive({{"a/", "", S_IFDIR | 0755}, {"a/one.png", "1"}, {"b/c/two.png", std::string(100'000, 'x')}});
    const auto outcome = extract(path);
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    EXPECT_EQ(*outcome, Outcome::finished);
    EXPECT_EQ(core::readText(target() / "a/one.png").value(), "1");
    EXPECT_EQ(core::readText(target() / "b/c/two.png").value().size(), 100'000U);
    EXPECT_EQ(extract(path).error().code, ErrorCode::alreadyExists);
}

TEST_F(ZipExtraction, TakesAnEmptyFolderButNoOther) {
    std::filesystem::create_directory(target());
    EXPECT_TRUE(extract(archive({{"one", "1"}})));
    EXPECT_TRUE(std::filesystem::exists(target() / "one"));
}

TEST_F(ZipExtraction, RefusesNamesThatLeaveTheFolder) {
    for (const char* name : {"../out", "a/../../out", "/etc/out", "..\\out", "C:out", "a/..", "./a"})
        expectRefused(archive({{"fine", "1"}, {name, "2"}}), ErrorCode::unsafeArchive);
}

TEST_F(ZipExtraction, RefusesLinksAndDevices) {
    for (const zip_uint32_t kind : {S_IFLNK, S_IFCHR, S_IFIFO})
        expectRefused(archive({{"link", "/etc/passwd", kind | 0777}}), ErrorCode::unsafeArchive);
}

TEST_F(ZipExtraction, RefusesAFileThatIsAlsoAFolder) {
    const auto refused = extract(archive({{"a", "1"}, {"a/b", "2"}}));
    ASSERT_FALSE(refused);
    EXPECT_FALSE(std::filesystem::exists(target()));
}

TEST_F(ZipExtraction, RefusesWhatUnfoldsToTooMuch) {
    const std::string bomb(std::size_t(24) << 20, '\0'); // about a thousandth, packed
    expectRefused(archive({{"bomb", bomb}}), ErrorCode::limitExceeded);
    expectRefused(archive({{"one", std::string(600, 'x')}, {"two", std::string(600, 'x')}}),
                  ErrorCode::limitExceeded, {.bytes = 1000});
    expectRefused(archive({{"one", "1"}, {"two", "2"}}), ErrorCode::limitExceeded, {.entries = 1});
}

TEST_F(ZipExtraction, RefusesAnArchiveThatIsCutOrDamaged) {
    const auto path = archive({{"one", std::string(5000, 'x')}, {"two", "2"}});
    const auto bytes = core::readText(path).value();
    for (const std::size_t size : {std::size_t(0), std::size_t(10), bytes.size() / 2, bytes.size() - 1}) {
        ASSERT_TRUE(core::writeFileAtomically(path, std::string_view(bytes).substr(0, size)));
        expectRefused(path, ErrorCode::damaged);
    }
    std::string flipped = bytes;
    flipped[45] = static_cast<char>(flipped[45] ^ 0x55); // in the first entry's content
    ASSERT_TRUE(core::writeFileAtomically(path, flipped));
    expectRefused(path, ErrorCode::damaged);
    EXPECT_EQ(extract(m_folder.path() / "none.zip").error().code, ErrorCode::fileNotFound);
}

TEST_F(ZipExtraction, LeavesNothingWhenItIsStopped) {
    const auto outcome = extractZip(
        archive({{"one", "1"}, {"two", "2"}}), target(), {},
        [&](const core::Progress&) { m_source.request_stop(); }, m_source.get_token());
    ASSERT_TRUE(outcome);
    EXPECT_EQ(*outcome, Outcome::stopped);
    EXPECT_FALSE(std::filesystem::exists(target()));
}

} // namespace
} // namespace pleurascope::fetch
