// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Profile.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace pleurascope::core {
namespace {

TEST(Profile, StandsWhollyBelowAChosenFolder) {
    const test::TemporaryFolder folder;
    const auto profile = Profile::open(folder.path() / "p");
    ASSERT_TRUE(profile) << describe(profile.error());
    for (const auto& path : {profile->libraryFile(), profile->settingsFile(), profile->modelsFolder(),
                             profile->runsFolder(), profile->logsFolder(), profile->thumbnailsFolder()})
        EXPECT_EQ(path.string().find((folder.path() / "p").string()), 0U) << path;
    EXPECT_TRUE(std::filesystem::is_directory(profile->logsFolder()));
}

TEST(Profile, FollowsTheXdgFoldersOtherwise) {
    const test::TemporaryFolder folder;
    ::setenv("XDG_DATA_HOME", (folder.path() / "d").c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", "relative", 1); // to be ignored, says the specification
    ::setenv("XDG_CACHE_HOME", (folder.path() / "c").c_str(), 1);
    ::setenv("HOME", folder.path().c_str(), 1);
    const auto profile = Profile::open(std::nullopt);
    ASSERT_TRUE(profile) << describe(profile.error());
    EXPECT_EQ(profile->data, folder.path() / "d/pleurascope");
    EXPECT_EQ(profile->config, folder.path() / ".config/pleurascope");
    EXPECT_EQ(profile->cache, folder.path() / "c/pleurascope");
}

TEST(Profile, SaysWhereItCannotWrite) {
    const test::TemporaryFolder folder;
    const auto profile = Profile::open(folder.write("file") / "p");
    ASSERT_FALSE(profile);
    EXPECT_EQ(profile.error().code, ErrorCode::writeFailed);
}

} // namespace
} // namespace pleurascope::core
