// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/KerasMessage.h"

#include "engine/core/Files.h"
#include "engine/intake/FilmMessage.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cstring>
#include <functional>
#include <random>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;
using nlohmann::json;

constexpr const char* config =
    R"({"class_name":"Sequential","config":{"name":"m","layers":[
        {"class_name":"InputLayer","config":{"name":"in","batch_shape":[null,8]}},
        {"class_name":"Dense","config":{"name":"dense","units":2}}]}})";

weights::KerasFile file() {
    weights::KerasFile file;
    file.tensors["dense/kernel"] = {{2, 3}, {1, 2, 3, 4, 5, 6}};
    file.tensors["dense/bias"] = {{3}, {-1, 0.5F, 1e-30F}};
    file.tensors["empty"] = {{0, 7}, {}};
    file.tensors["scalar"] = {{}, {42}};
    file.layers = {"dense", "empty", "scalar"};
    file.configText = config;
    file.config = weights::kerasModelConfigFromJson(config).value();
    return file;
}

/// What the reader writes into the memory that it sends.
core::Bytes memoryOf(const KerasMessage& message) {
    core::Bytes memory;
    for (const auto& part : message.parts) {
        EXPECT_GE(part.offset, memory.size());
        memory.resize(std::size_t(part.offset));
        memory.insert(memory.end(), part.bytes.begin(), part.bytes.end());
    }
    return memory;
}

class KerasMessageTest : public ::testing::Test {
protected:
    /// The answer to a message whose index was changed.
    [[nodiscard]] core::Result<weights::KerasFile> changed(const std::function<void(json&)>& change) const {
        auto index = json::parse(m_message.text);
        change(index);
        return decodeKeras(index.dump(), m_memory);
    }

    const weights::KerasFile m_file = file();
    const KerasMessage m_message = encodeKeras(m_file);
    const core::Bytes m_memory = memoryOf(m_message);
};

TEST_F(KerasMessageTest, EverythingArrives) {
    const auto read = decodeKeras(m_message.text, m_memory);
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_EQ(read->layers, m_file.layers);
    ASSERT_EQ(read->tensors.size(), 4u);
    for (const auto& [name, tensor] : m_file.tensors) {
        EXPECT_EQ(read->tensors.at(name).shape, tensor.shape) << name;
        EXPECT_EQ(read->tensors.at(name).values, tensor.values) << name;
    }
    EXPECT_EQ(read->configText, config);
    ASSERT_TRUE(read->config);
    EXPECT_EQ(read->config->layers.size(), 2u);
    EXPECT_EQ(read->config->output, 1);
}

TEST_F(KerasMessageTest, WeightsAloneHaveNoConfiguration) {
    auto weightsAlone = file();
    weightsAlone.config.reset();
    const auto message = encodeKeras(weightsAlone);
    const auto read = decodeKeras(message.text, memoryOf(message));
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_FALSE(read->config);
    EXPECT_EQ(read->tensors.size(), 4u);
}

TEST_F(KerasMessageTest, AFileOfNothingNeedsNoMemory) {
    const auto message = encodeKeras({});
    EXPECT_TRUE(message.parts.empty());
    const auto read = decodeKeras(message.text, {});
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_TRUE(read->tensors.empty());
}

TEST_F(KerasMessageTest, TheReadersOwnErrorIsHandedOn) {
    const auto read = decodeKeras(encodeError({ErrorCode::damaged, "no HDF5", {}}), {});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::damaged);
    EXPECT_EQ(read.error().detail, "no HDF5");
}

TEST_F(KerasMessageTest, AnIndexThatLiesIsRefused) {
    ASSERT_TRUE(changed([](json&) {}));
    const std::map<std::string, std::function<void(json&)>> lies{
        {"no tensors", [](json& j) { j.erase("tensors"); }},
        {"no layers", [](json& j) { j.erase("layers"); }},
        {"layers are numbers",
         [](json& j) {
             j["layers"] = {1, 2};
         }},
        {"a name twice", [](json& j) { j["tensors"][0]["name"] = j["tensors"][1]["name"]; }},
        {"no name", [](json& j) { j["tensors"][0]["name"] = ""; }},
        {"a long name", [](json& j) { j["tensors"][0]["name"] = std::string(5000, 'n'); }},
        {"a long layer", [](json& j) { j["layers"][0] = std::string(5000, 'n'); }},
        {"a name that is none", [](json& j) { j["tensors"][0]["name"] = 7; }},
        {"a tensor that is none", [](json& j) { j["tensors"][0] = "dense"; }},
        {"another shape", [](json& j) { j["tensors"][0]["shape"] = {4}; }},
        {"a shape less than nothing", [](json& j) { j["tensors"][0]["shape"] = {-3}; }},
        {"a shape in halves", [](json& j) { j["tensors"][0]["shape"] = {3.0}; }},
        {"two that make a product",
         [](json& j) {
             j["tensors"][0]["shape"] = {-1, -3};
         }},
        {"a product that overflows",
         [](json& j) {
             j["tensors"][0]["shape"] = {1 << 30, 1 << 30, 16, 3};
         }},
        {"nine extents", [](json& j) { j["tensors"][0]["shape"] = {1, 1, 1, 1, 1, 1, 1, 1, 3}; }},
        {"values beyond the end", [](json& j) { j["tensors"][0]["values"]["offset"] = 1 << 20; }},
        {"values over the end",
         [&](json& j) { j["tensors"][0]["values"]["offset"] = m_memory.size() / 8 * 8; }},
        {"values on no boundary", [](json& j) { j["tensors"][0]["values"]["offset"] = 4; }},
        {"an offset that wraps", [](json& j) { j["tensors"][0]["values"]["offset"] = UINT64_MAX - 7; }},
        {"values by three bytes", [](json& j) { j["tensors"][0]["values"]["length"] = 9; }},
        {"fewer values", [](json& j) { j["tensors"][0]["values"]["length"] = 8; }},
        {"a configuration that is none", [](json& j) { j["config"]["length"] = 5; }},
        {"a configuration beyond the end", [](json& j) { j["config"]["offset"] = 1 << 20; }}};
    for (const auto& [what, lie] : lies) {
        const auto read = changed(lie);
        ASSERT_FALSE(read) << what;
        EXPECT_EQ(read.error().code, ErrorCode::readerCrashed) << what;
    }
}

TEST_F(KerasMessageTest, MemoryCutAnywhereIsRefused) {
    for (std::size_t length = 0; length < m_memory.size(); ++length)
        ASSERT_FALSE(decodeKeras(m_message.text, std::span(m_memory).first(length))) << length;
}

TEST_F(KerasMessageTest, AnyTextGivesTensorsThatHoldWhatTheirShapesSayOrAnError) {
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = m_message.text;
        for (int change = 0; change < 3; ++change)
            text[random() % text.size()] = "0123456789-{}[]\",:enul"[random() % 22];
        const auto read = decodeKeras(text, m_memory);
        if (!read)
            continue;
        for (const auto& [name, tensor] : read->tensors)
            ASSERT_EQ(weights::elementCount(tensor.shape), std::int64_t(tensor.values.size())) << text;
    }
}

} // namespace
} // namespace pleurascope::intake
