// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/FeatureCache.h"
#include "engine/core/Sha256.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstring>
#include <fstream>
#include <thread>

namespace pleurascope::training {
namespace {

std::vector<std::byte> row(std::size_t bytes, int value) {
    return std::vector<std::byte>(bytes, std::byte(value));
}

std::string key(int number) {
    return core::sha256(std::to_string(number));
}

class FeatureCacheTest : public ::testing::Test {
protected:
    [[nodiscard]] std::filesystem::path fileOf(int number) const {
        return m_folder.path() / key(number).substr(0, 2) / key(number).substr(2);
    }
    /// As if the entry had last been used `hours` ago.
    void age(int number, int hours) const {
        std::filesystem::last_write_time(fileOf(number), std::filesystem::file_time_type::clock::now() -
                                                             std::chrono::hours(hours));
    }
    [[nodiscard]] std::uint64_t size() const {
        std::uint64_t bytes = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder.path()))
            if (entry.is_regular_file())
                bytes += entry.file_size();
        return bytes;
    }
    test::TemporaryFolder m_folder;
};

TEST_F(FeatureCacheTest, GivesBackWhatWasPutAlsoToAnotherProgram) {
    FeatureCache(m_folder.path()).put(key(1), row(100, 7));
    EXPECT_EQ(FeatureCache(m_folder.path()).find(key(1), 100), row(100, 7));
    EXPECT_TRUE(FeatureCache(m_folder.path()).find(key(2), 100).empty());
}

TEST_F(FeatureCacheTest, AnEntryThatIsDamagedOrOfAnotherLengthCountsAsMissing) {
    FeatureCache cache(m_folder.path());
    cache.put(key(1), row(100, 7));
    EXPECT_TRUE(cache.find(key(1), 99).empty());
    std::fstream(fileOf(1), std::ios::in | std::ios::out | std::ios::binary).seekp(80).put('!');
    EXPECT_TRUE(cache.find(key(1), 100).empty());
    cache.put(key(1), row(100, 8));
    EXPECT_EQ(cache.find(key(1), 100), row(100, 8));
}

TEST_F(FeatureCacheTest, StaysWithinItsLimitAndDropsWhatWasNotUsedForLongest) {
    FeatureCache cache(m_folder.path(), 10'000);
    for (int i = 0; i < 9; ++i) {
        cache.put(key(i), row(1000, i));
        age(i, 20 - i);
    }
    EXPECT_EQ(cache.find(key(0), 1000), row(1000, 0)) << "and is now the last used";
    for (int i = 9; i < 12; ++i)
        cache.put(key(i), row(1000, i));
    EXPECT_LE(size(), 10'000U);
    EXPECT_EQ(cache.find(key(0), 1000), row(1000, 0));
    EXPECT_TRUE(cache.find(key(1), 1000).empty());
    EXPECT_EQ(cache.find(key(11), 1000), row(1000, 11));
}

TEST_F(FeatureCacheTest, TwoThatWriteTheSameFolderDisturbNobody) {
    const auto work = [&](int value) {
        FeatureCache cache(m_folder.path(), 30'000);
        for (int round = 0; round < 5; ++round)
            for (int i = 0; i < 20; ++i) {
                cache.put(key(i), row(1000, i));
                const auto found = cache.find(key((i * 7 + value) % 20), 1000);
                EXPECT_TRUE(found.empty() || found == row(1000, (i * 7 + value) % 20));
            }
    };
    std::jthread one(work, 1), two(work, 2);
}

TEST_F(FeatureCacheTest, AFolderThatCannotBeMadeKeepsNothingAndFailsNobody) {
    const auto file = m_folder.write("file");
    FeatureCache cache(file / "below");
    cache.put(key(1), row(10, 1));
    EXPECT_TRUE(cache.find(key(1), 10).empty());
}

} // namespace
} // namespace pleurascope::training
