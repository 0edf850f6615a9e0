// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/DecodedLimit.h"

#include <gmock/gmock.h>

#include <limits>

namespace pleurascope::core {
namespace {

class DecodedLimitTest : public ::testing::Test {
protected:
    void TearDown() override { setDecodedLimit(defaultDecodedLimit); }
};

TEST_F(DecodedLimitTest, Is2GibUnlessTold) {
    EXPECT_EQ(decodedLimit(), std::uint64_t(2) << 30);
    EXPECT_TRUE(checkDecodedSize(std::uint64_t(1) << 30, 2, "a frame"));
    EXPECT_FALSE(checkDecodedSize((std::uint64_t(1) << 30) + 1, 2, "a frame"));
    setDecodedLimit(100);
    EXPECT_TRUE(checkDecodedSize(50, 2, "a frame"));
    const auto refused = checkDecodedSize(51, 2, "a frame of 51 x 1 pixels");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::limitExceeded);
    EXPECT_EQ(refused.error().detail, "a frame of 51 x 1 pixels, 2 bytes each, limit 100 bytes");
}

TEST_F(DecodedLimitTest, NumbersThatOverflowAreBeyondIt) {
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    EXPECT_FALSE(checkDecodedSize(most, most, "a frame"));
    EXPECT_FALSE(checkDecodedSize(most / 2 + 1, 2, "a frame"));
    EXPECT_FALSE(checkDecodedSize(2, most / 2 + 1, "a frame"));
}

} // namespace
} // namespace pleurascope::core
