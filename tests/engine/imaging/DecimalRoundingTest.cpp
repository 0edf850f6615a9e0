// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/DecimalRounding.h"

#include <gtest/gtest.h>

namespace pleurascope::imaging {
namespace {

TEST(DecimalRoundingTest, RoundsAsPythonDoes) {
    EXPECT_EQ(roundedToDecimals(0.25, 1), 0.2); // an exact half, to even
    EXPECT_EQ(roundedToDecimals(0.75, 1), 0.8);
    EXPECT_EQ(roundedToDecimals(0.15, 1), 0.1); // in binary a little less than it looks
    EXPECT_EQ(roundedToDecimals(0.35, 1), 0.3);
    EXPECT_EQ(roundedToDecimals(2.675, 2), 2.67);
    EXPECT_EQ(roundedToDecimals(-1.005, 2), -1);
    EXPECT_EQ(roundedToDecimals(0.17364817766693033, 15), 0.17364817766693);
}

TEST(DecimalRoundingTest, HalvesOfWholeNumbersGoToEven) {
    EXPECT_EQ(roundedToInt(0.5), 0);
    EXPECT_EQ(roundedToInt(1.5), 2);
    EXPECT_EQ(roundedToInt(2.5), 2);
    EXPECT_EQ(roundedToInt(-0.5), 0);
    EXPECT_EQ(roundedToInt(-1.5), -2);
}

} // namespace
} // namespace pleurascope::imaging
