// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Shuffle.h"

#include "tests/support/SharedFolder.h"

#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace pleurascope::data {
namespace {

using ::testing::ElementsAre;

TEST(ShuffleTest, SmallPermutationsAreNumPys) {
    EXPECT_THAT(Shuffle(0).permutation(5), ElementsAre(2, 0, 1, 3, 4));
    EXPECT_THAT(Shuffle(0).permutation(10), ElementsAre(2, 8, 4, 9, 1, 6, 7, 3, 0, 5));
    EXPECT_THAT(Shuffle(7).permutation(1), ElementsAre(0));
    EXPECT_TRUE(Shuffle(7).permutation(0).empty());
}

TEST(ShuffleTest, IntervalsStayWithinTheirEnds) {
    Shuffle shuffle(3);
    EXPECT_EQ(shuffle.interval(0), 0u);
    for (int i = 0; i < 1000; ++i)
        EXPECT_LE(shuffle.interval(4), 4u);
    bool sawLarge = false;
    for (int i = 0; i < 10; ++i)
        sawLarge |= shuffle.interval(0xFFFFFFFFu) > 0xFFFFu;
    EXPECT_TRUE(sawLarge);
}

TEST(ShuffleTest, EveryGoldenPermutationIsReproduced) {
    const auto file = test::sharedFolder() / "golden/keras/g_dataset/shuffle.json";
    std::ifstream stream(file);
    if (!stream)
        GTEST_SKIP() << file << " is absent";
    const auto golden = nlohmann::json::parse(stream);
    for (const auto& wanted : golden["permutations"])
        EXPECT_EQ(Shuffle(wanted["seed"].get<std::uint32_t>()).permutation(wanted["n"].get<int>()),
                  wanted["perm"].get<std::vector<int>>());
    for (const auto& wanted : golden["large"]) {
        const auto values = Shuffle(wanted["seed"].get<std::uint32_t>()).permutation(wanted["n"].get<int>());
        const std::vector<int> first10(values.begin(), values.begin() + 10);
        const std::vector<int> last10(values.end() - 10, values.end());
        EXPECT_EQ(first10, wanted["first10"].get<std::vector<int>>());
        EXPECT_EQ(last10, wanted["last10"].get<std::vector<int>>());
    }
}

} // namespace
} // namespace pleurascope::data
