// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/Address.h"

#include <gtest/gtest.h>

namespace pleurascope::fetch {
namespace {

using core::ErrorCode;

TEST(Address, IsSecureOrOfThisMachine) {
    for (const char* url : {"https://storage.googleapis.com/a.h5", "HTTPS://example.org/",
                            "http://127.0.0.1:8000/a", "http://localhost/a", "http://[::1]:81/a"})
        EXPECT_TRUE(checkAddress(url)) << url;
    for (const char* url : {"http://example.org/a", "ftp://example.org/a", "file:///etc/passwd",
                            "http://127.0.0.1.example.org/a", "http://localhost@example.org/a"}) {
        ASSERT_FALSE(checkAddress(url)) << url;
        EXPECT_EQ(checkAddress(url).error().code, ErrorCode::insecureAddress) << url;
    }
    EXPECT_EQ(checkAddress("").error().code, ErrorCode::invalidArgument);
}

TEST(Address, OfAKaggleDatasetTakesPlainWordsOnly) {
    EXPECT_EQ(kaggleAddress("owner/a-set_1.2").value(),
              "https://www.kaggle.com/api/v1/datasets/download/owner/a-set_1.2");
    for (const char* dataset :
         {"owner", "owner/", "/name", "../name", "owner/..", "owner/name?x", "a/b/c", "a/b c"})
        EXPECT_EQ(kaggleAddress(dataset).error().code, ErrorCode::invalidArgument) << dataset;
}

} // namespace
} // namespace pleurascope::fetch
