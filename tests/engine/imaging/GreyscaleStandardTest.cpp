// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/GreyscaleStandard.h"

#include <gtest/gtest.h>

namespace pleurascope::imaging {
namespace {

/// Of PS3.14 table B-1, whose last figures depend on how many digits of the coefficients are carried.
TEST(GreyscaleStandard, HasTheLuminancesOfTheStandardsTable) {
    EXPECT_NEAR(luminanceOfJnd(1), 0.0500, 1e-4);
    EXPECT_NEAR(luminanceOfJnd(2), 0.0547, 1e-4);
    EXPECT_NEAR(luminanceOfJnd(3), 0.0594, 1e-4);
    EXPECT_NEAR(luminanceOfJnd(1023), 3993.404, 0.1);
}

TEST(GreyscaleStandard, RisesAndIsInvertedOverItsWholeRange) {
    double before = 0;
    for (int index = 1; index <= 1023; ++index) {
        const double luminance = luminanceOfJnd(index);
        EXPECT_GT(luminance, before) << index;
        before = luminance;
        EXPECT_NEAR(jndOfLuminance(luminance), index, 0.2) << index;
    }
}

TEST(GreyscaleStandard, ADisplaysEndsAreItsBlackAndItsWhite) {
    EXPECT_NEAR(targetLuminance(0, 0.5, 350), 0.5, 0.001);
    EXPECT_NEAR(targetLuminance(255, 0.5, 350), 350, 0.2);
    const double middle = (jndOfLuminance(0.5) + jndOfLuminance(350)) / 2;
    EXPECT_NEAR(jndOfLuminance(targetLuminance(127, 0.5, 350)), middle, 2);
}

} // namespace
} // namespace pleurascope::imaging
