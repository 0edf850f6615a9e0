// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Safetensors.h"

#include <gtest/gtest.h>

#include <cstring>

namespace pleurascope::weights {
namespace {

core::Bytes file(const std::string& header, std::size_t dataBytes) {
    core::Bytes bytes(8 + header.size() + dataBytes);
    const std::uint64_t length = header.size();
    std::memcpy(bytes.data(), &length, 8);
    std::memcpy(bytes.data() + 8, header.data(), header.size());
    return bytes;
}

TEST(Safetensors, ComeBackAsTheyWereWritten) {
    const TensorMap tensors{
        {"a/kernel", {{2, 3}, {1, 2, 3, 4, 5, 6}}}, {"b/bias", {{0}, {}}}, {"c/bias", {{1}, {-0.5F}}}};
    const auto back = readSafetensors(writeSafetensors(tensors));
    ASSERT_TRUE(back) << core::describe(back.error());
    ASSERT_EQ(back->size(), 3U);
    EXPECT_EQ(back->at("a/kernel").shape, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(back->at("a/kernel").values, tensors.at("a/kernel").values);
    EXPECT_EQ(back->at("c/bias").values, tensors.at("c/bias").values);
}

TEST(Safetensors, RefuseEveryCutOfAFile) {
    const auto whole = writeSafetensors({{"a/kernel", {{2, 3}, {1, 2, 3, 4, 5, 6}}}});
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(readSafetensors(std::span(whole).first(size))) << size;
}

TEST(Safetensors, RefuseHeadersThatLie) {
    for (
        const char* header :
        {R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,8]}})",
         R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
         R"({"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}})",
         R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})",
         R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}})",
         R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})",
         R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
         R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", R"([1,2])", R"({"a":7})", "not json"}) {
        const auto read = readSafetensors(file(header, 8));
        ASSERT_FALSE(read) << header;
        EXPECT_EQ(read.error().code, core::ErrorCode::badModelFile) << header;
    }
}

} // namespace
} // namespace pleurascope::weights
