// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Curve.h"

#include <gtest/gtest.h>

namespace pleurascope::phantom {
namespace {

TEST(CurveTest, ItGoesThroughItsPointsAndIsConstantBeyondThem) {
    const Curve curve({{0, 1}, {1, 3}, {4, 2}});
    EXPECT_DOUBLE_EQ(curve(0), 1);
    EXPECT_DOUBLE_EQ(curve(1), 3);
    EXPECT_DOUBLE_EQ(curve(4), 2);
    EXPECT_DOUBLE_EQ(curve(-5), 1);
    EXPECT_DOUBLE_EQ(curve(9), 2);
}

TEST(CurveTest, ItNeverOvershootsAndRisesWhereItsPointsRise) {
    const Curve curve({{0, 0}, {0.1, 0}, {0.2, 5}, {1, 5.1}, {2, 9}});
    double before = curve(0);
    for (int i = 1; i <= 400; ++i) {
        const double now = curve(i * 0.005);
        EXPECT_GE(now, before - 1e-12);
        EXPECT_LE(now, 9);
        before = now;
    }
}

TEST(CurveTest, SmoothStepRunsFromZeroToOne) {
    EXPECT_EQ(smoothStep(1, 3, 0), 0);
    EXPECT_EQ(smoothStep(1, 3, 2), 0.5);
    EXPECT_EQ(smoothStep(1, 3, 4), 1);
}

} // namespace
} // namespace pleurascope::phantom
