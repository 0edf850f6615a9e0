// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/learning/BlasCheck.h"

#include <gtest/gtest.h>

namespace pleurascope::learning {
namespace {

TEST(BlasCheck, KnowsTheReferenceBlasFromTheOthers) {
    EXPECT_TRUE(isReferenceBlas("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0"));
    EXPECT_FALSE(isReferenceBlas("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3"));
    EXPECT_FALSE(isReferenceBlas("/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblasp-r0.3.21.so"));
}

} // namespace
} // namespace pleurascope::learning
