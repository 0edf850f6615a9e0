// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Random.h"

#include <gtest/gtest.h>
#include <set>

namespace pleurascope::phantom {
namespace {

TEST(RandomTest, ASeedAndAStreamAlwaysGiveTheSameNumbers) {
    Random first(7, 1);
    Random second(7, 1);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(first.next(), second.next());
    EXPECT_NE(Random(7, 1).next(), Random(7, 2).next());
    EXPECT_NE(Random(7, 1).next(), Random(8, 1).next());
}

TEST(RandomTest, TheHashIsSplitMix64s) {
    // The first output of the reference implementation from state 0.
    EXPECT_EQ(mixed(0x9E3779B97F4A7C15ULL), 0xE220A8397B1DCDAFULL);
}

TEST(RandomTest, NumbersKeepToTheirRanges) {
    Random random(1, 1);
    double sum = 0;
    double squares = 0;
    std::set<int> seen;
    for (int i = 0; i < 4000; ++i) {
        const double uniform = random.uniform(-2, 3);
        EXPECT_GE(uniform, -2);
        EXPECT_LT(uniform, 3);
        const int index = random.index(5);
        EXPECT_GE(index, 0);
        EXPECT_LT(index, 5);
        seen.insert(index);
        const double normal = random.normal();
        sum += normal;
        squares += normal * normal;
    }
    EXPECT_EQ(seen.size(), 5u);
    EXPECT_NEAR(sum / 4000, 0, 0.1);
    EXPECT_NEAR(squares / 4000, 1, 0.1);
}

} // namespace
} // namespace pleurascope::phantom
