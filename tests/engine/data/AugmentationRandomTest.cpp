// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationRandom.h"

#include <algorithm>
#include <array>
#include <climits>
#include <gmock/gmock.h>
#include <set>

namespace pleurascope::data {
namespace {

TEST(AugmentationRandomTest, TheStreamIsTheSameForEver) {
    AugmentationRandom draws(44, "film", 1);
    std::vector<int> drawn;
    for (int i = 0; i < 8; ++i)
        drawn.push_back(draws.integer(0, 999));
    // By hashlib and SplitMix64 in Python.
    EXPECT_THAT(drawn, ::testing::ElementsAre(471, 869, 248, 750, 996, 833, 513, 540));
}

TEST(AugmentationRandomTest, SeedFilmAndCopyEachGiveAnotherStream) {
    std::set<int> first;
    for (const std::uint32_t seed : {0U, 1U, 44U, UINT_MAX})
        for (const char* film : {"", "a", "b", "1\n2"})
            for (const std::uint32_t copy : {0U, 1U, 2U, UINT_MAX})
                first.insert(AugmentationRandom(seed, film, copy).integer(INT_MIN, INT_MAX));
    EXPECT_EQ(first.size(), 64U);
}

TEST(AugmentationRandomTest, WholeNumbersAreEvenAndKeepTheirBounds) {
    AugmentationRandom draws(1, "film", 1);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70000; ++i)
        ++counts.at(std::size_t(draws.integer(-3, 3) + 3));
    for (const int count : counts)
        EXPECT_NEAR(count, 10000, 500); // five standard deviations
    EXPECT_EQ(draws.integer(5, 5), 5);
}

TEST(AugmentationRandomTest, UniformNumbersFillTheirRange) {
    AugmentationRandom draws(2, "film", 1);
    double sum = 0;
    double lowest = 9;
    double highest = 0;
    for (int i = 0; i < 100000; ++i) {
        const double value = draws.uniform(2, 4);
        sum += value;
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
    }
    EXPECT_NEAR(sum / 100000, 3, 0.01);
    EXPECT_GE(lowest, 2);
    EXPECT_LT(lowest, 2.001);
    EXPECT_LT(highest, 4);
    EXPECT_GT(highest, 3.999);
}

} // namespace
} // namespace pleurascope::data
