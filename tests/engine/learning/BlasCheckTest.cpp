// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/learning/BlasCheck.h"

#include <dlfcn.h>
#include <gtest/gtest.h>

namespace pleurascope::learning {
namespace {

TEST(BlasCheck, KnowsTheReferenceBlasFromTheOthers) {
    EXPECT_TRUE(isReferenceBlas("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0"));
    EXPECT_FALSE(isReferenceBlas("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3"));
    EXPECT_FALSE(isReferenceBlas("/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblasp-r0.3.21.so"));
}

TEST(BlasCheck, GivesTheBlasThatIsLoadedOneThread) {
    const LoadedBlas blas = loadedBlas();
    if (blas.library.find("openblas") == std::string::npos)
        GTEST_SKIP() << "OpenBLAS is not the BLAS here";
    ASSERT_TRUE(useOneThread(blas));
    void* library = ::dlopen(blas.path.c_str(), RTLD_LAZY | RTLD_NOLOAD);
    ASSERT_NE(library, nullptr);
    const auto threads = reinterpret_cast<int (*)()>(::dlsym(library, "openblas_get_num_threads"));
    ASSERT_NE(threads, nullptr);
    EXPECT_EQ(threads(), 1);
    ::dlclose(library);
    EXPECT_FALSE(useOneThread({"libblas.so.3", "/nowhere/libblas.so.3", true}));
}

} // namespace
} // namespace pleurascope::learning
