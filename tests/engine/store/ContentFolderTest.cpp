// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/ContentFolder.h"

#include "engine/core/Files.h"
#include "engine/core/Sha256.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::store {
namespace {

namespace fs = std::filesystem;

class ContentFolderTest : public ::testing::Test {
protected:
    test::TemporaryFolder m_folder;
    ContentFolder m_kept{m_folder.path() / "files"};
};

TEST_F(ContentFolderTest, TheSameContentIsKeptOnceUnderItsHash) {
    const std::vector<fs::path> files{m_folder.write("a.dcm", "film"), m_folder.write("b.dcm", "film"),
                                      m_folder.write("c.dcm", "another")};
    const auto kept = m_kept.keep(files);
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0]->sha256, core::sha256(std::string_view("film")));
    EXPECT_EQ(kept[0]->path, m_folder.path() / "files" / kept[0]->sha256.substr(0, 2) / kept[0]->sha256);
    EXPECT_EQ(kept[1]->path, kept[0]->path);
    EXPECT_NE(kept[2]->path, kept[0]->path);
    EXPECT_EQ(core::readText(kept[0]->path).value(), "film");
    EXPECT_EQ(fs::last_write_time(kept[2]->path), fs::last_write_time(files[2]));
    int left = 0;
    for (const auto& entry : fs::recursive_directory_iterator(m_folder.path() / "files"))
        left += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(left, 2); // nothing that was on its way
}

TEST_F(ContentFolderTest, WhatACrashLeftHalfWrittenIsWrittenAnew) {
    const auto hash = core::sha256(std::string_view("film"));
    m_folder.write("files/" + hash.substr(0, 2) + "/" + hash, "fi");
    const std::vector<fs::path> files{m_folder.write("a.dcm", "film")};
    EXPECT_EQ(core::readText(m_kept.keep(files)[0]->path).value(), "film");
}

TEST_F(ContentFolderTest, AFileThatCannotBeReadIsOneError) {
    const std::vector<fs::path> files{m_folder.path() / "none", m_folder.write("a.dcm", "film"),
                                      m_folder.path()};
    const auto kept = m_kept.keep(files);
    EXPECT_EQ(kept[0].error().code, core::ErrorCode::fileNotFound);
    EXPECT_TRUE(kept[1]);
    EXPECT_EQ(kept[2].error().code, core::ErrorCode::fileUnreadable);
    EXPECT_FALSE(ContentFolder("/proc/nowhere").keep(files)[1]);
}

TEST_F(ContentFolderTest, OnlyCopiesAreDeleted) {
    const std::vector<fs::path> files{m_folder.write("a.dcm", "film")};
    const auto copy = m_kept.keep(files)[0]->path.string();
    const std::vector<std::string> paths{copy, files[0].string(),
                                         (m_folder.path() / "files/../a.dcm").string(), "/etc/hostname"};
    EXPECT_EQ(m_kept.remove(paths), 1);
    EXPECT_FALSE(fs::exists(copy));
    EXPECT_TRUE(fs::exists(files[0]));
}

} // namespace
} // namespace pleurascope::store
