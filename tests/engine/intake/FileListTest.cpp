// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmReader.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

namespace pleurascope::intake {
namespace {

using ::testing::ElementsAre;

TEST(FileListTest, AFolderStandsForTheFilesBelowItSorted) {
    const test::TemporaryFolder folder;
    const auto c = folder.write("b/c.dcm");
    const auto a = folder.write("a.png");
    const auto d = folder.write("b/c/d");
    folder.write(".hidden");
    folder.write(".git/object");
    EXPECT_THAT(*listFiles(folder.path()), ElementsAre(a, d, c));
}

TEST(FileListTest, AFileStandsForItself) {
    const test::TemporaryFolder folder;
    const auto file = folder.write(".film");
    EXPECT_THAT(*listFiles(file), ElementsAre(file));
}

TEST(FileListTest, LinksToFoldersAreNotFollowedAndDanglingOnesSkipped) {
    const test::TemporaryFolder folder;
    const auto file = folder.write("a/film");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "a/loop");
    std::filesystem::create_symlink("nowhere", folder.path() / "a/dangling");
    EXPECT_THAT(*listFiles(folder.path()), ElementsAre(file));
}

TEST(FileListTest, WhatIsNotThereIsAnError) {
    const auto files = listFiles("/nonexistent/folder");
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, core::ErrorCode::fileNotFound);
    EXPECT_EQ(files.error().path, "/nonexistent/folder");
}

TEST(FileListTest, StoppingEndsTheWalk) {
    const test::TemporaryFolder folder;
    folder.write("a");
    std::stop_source source;
    source.request_stop();
    EXPECT_TRUE(listFiles(folder.path(), source.get_token())->empty());
}

} // namespace
} // namespace pleurascope::intake
