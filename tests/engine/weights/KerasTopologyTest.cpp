// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasTopology.h"
#include "engine/weights/KerasConfigJson.h"
#include "engine/weights/KerasLayers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace pleurascope::weights {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

/// A small model's configuration, which each test alters.
class KerasConfig : public ::testing::Test {
protected:
    KerasConfig() {
        m_description.backbone.blocks = {1, 2};
        m_description.backbone.filters = {4, 8};
        m_description.head = {{16, 8}, {0.25, 0.5}};
        m_description.inputSize = 64;
        m_config = json::parse(kerasConfigJson(*kerasModelOf(m_description), 64, KerasDialect::keras3));
    }

    [[nodiscard]] json& layer(const std::string& name) {
        for (auto& layer : m_config["config"]["layers"])
            if (layer["name"] == name)
                return layer;
        throw std::out_of_range(name);
    }
    [[nodiscard]] core::Result<KerasTopology> read() const { return read(m_config); }
    [[nodiscard]] core::Result<KerasTopology> read(const json& config) const {
        const auto model = kerasModelConfigFromJson(config.dump());
        if (!model)
            return core::failure(model);
        return kerasTopology(*model, m_description.backbone);
    }
    /// Refused, with both words.
    void expectRefusal(const std::string& word, const std::string& other) const {
        const auto topology = read();
        ASSERT_FALSE(topology);
        EXPECT_THAT(topology.error().detail, HasSubstr(word));
        EXPECT_THAT(topology.error().detail, HasSubstr(other));
    }

    ModelDescription m_description;
    json m_config;
};

TEST_F(KerasConfig, TellsHeadCutScalingAndSize) {
    const auto topology = read();
    ASSERT_TRUE(topology) << core::describe(topology.error());
    EXPECT_EQ(topology->cut, "post_relu");
    ASSERT_EQ(topology->head.size(), 3U);
    EXPECT_EQ(topology->head[0].units, 16);
    EXPECT_EQ(topology->head[0].dropout, 0.25);
    EXPECT_EQ(topology->head[1].dropout, 0.5);
    EXPECT_EQ(topology->head[2].name, "dense_2");
    EXPECT_EQ(topology->scaling, Scaling::tf);
    EXPECT_EQ(topology->inputSize, 64);
}

TEST_F(KerasConfig, ALayerThatIsNotKnownIsRefusedByName) {
    layer("dropout_1")["class_name"] = "LayerNormalization";
    expectRefusal("dropout_1", "LayerNormalization");
    layer("dropout_1")["class_name"] = "Dropout";
    layer("rescaling")["class_name"] = "Normalization";
    expectRefusal("rescaling", "Normalization");
    layer("rescaling")["class_name"] = "Rescaling";
    layer("global_average_pooling2d")["class_name"] = "Flatten";
    expectRefusal("global_average_pooling2d", "Flatten");
}

TEST_F(KerasConfig, ALayerThatIsNotAsInKerasApplicationsIsRefusedByName) {
    layer("conv3_block1_1_bn")["config"]["epsilon"] = 1e-3;
    expectRefusal("conv3_block1_1_bn", "epsilon is 0.001");
    layer("conv3_block1_1_bn")["config"]["epsilon"] = 1.001e-5;
    layer("conv2_block1_2_conv")["config"]["strides"] = {1, 1};
    expectRefusal("conv2_block1_2_conv", "strides");
    layer("conv2_block1_2_conv")["config"]["strides"] = {2, 2};
    layer("pool1_pad")["inbound_nodes"][0]["args"][0]["config"]["keras_history"][0] = "conv1_pad";
    expectRefusal("pool1_pad", "it reads conv1_pad");
}

TEST_F(KerasConfig, AHeadWithOtherActivationsIsRefusedByName) {
    layer("dense")["config"]["activation"] = "tanh";
    expectRefusal("dense", "tanh");
    layer("dense")["config"]["activation"] = "relu";
    layer("dense_2")["config"]["activation"] = "sigmoid";
    expectRefusal("dense_2", "sigmoid");
    layer("dense_2")["config"]["activation"] = "softmax";
    layer("dense_1")["config"]["use_bias"] = false;
    expectRefusal("dense_1", "bias");
}

TEST_F(KerasConfig, RescalingTellsTheScaling) {
    auto& config = layer("rescaling")["config"];
    const auto with = [&](double scale, double offset) {
        config["scale"] = scale;
        config["offset"] = offset;
        return read();
    };
    EXPECT_EQ(with(1 / 255.0, 0)->scaling, Scaling::unit);
    EXPECT_EQ(with(0.003921569, 0)->scaling, Scaling::unit);
    EXPECT_EQ(with(1, 0)->scaling, Scaling::none);
    EXPECT_EQ(with(0.00784313725490196, -1)->scaling, Scaling::tf);
    EXPECT_FALSE(with(1 / 255.0, -0.5));
    EXPECT_FALSE(with(1 / 128.0, -1));
    config["scale"] = {0.1, 0.2, 0.3};
    EXPECT_FALSE(read());
}

TEST_F(KerasConfig, WithoutRescalingNothingIsSaidOfTheScaling) {
    layer("rescaling")["class_name"] = "RandomFlip";
    const auto topology = read();
    ASSERT_TRUE(topology) << core::describe(topology.error());
    EXPECT_FALSE(topology->scaling);
}

TEST_F(KerasConfig, ReadsTheWordsOfKeras2) {
    for (auto& layer : m_config["config"]["layers"]) {
        json node = json::array();
        if (!layer["inbound_nodes"].empty()) {
            json arguments = layer["inbound_nodes"][0]["args"];
            if (arguments[0].is_array())
                arguments = arguments[0];
            for (const auto& tensor : arguments)
                node.push_back({tensor["config"]["keras_history"][0], 0, 0, json::object()});
            layer["inbound_nodes"] = json::array({node});
        }
        layer.erase("module");
        if (layer["config"].contains("axis"))
            layer["config"]["axis"] = {3};
        if (layer["config"].contains("batch_shape"))
            layer["config"]["batch_input_shape"] = layer["config"]["batch_shape"];
        layer["config"].erase("batch_shape");
        layer["config"].erase("groups");
    }
    const auto topology = read();
    ASSERT_TRUE(topology) << core::describe(topology.error());
    EXPECT_EQ(topology->inputSize, 64);
    EXPECT_EQ(topology->head.size(), 3U);
}

/// Rescaling, backbone and head as models of their own in a Sequential, as notebooks nest them.
TEST_F(KerasConfig, LaysNestedModelsOutFlat) {
    json base = {{"class_name", "Functional"}, {"config", m_config["config"]}};
    json outer = json::array(), inner = json::array();
    for (const auto& layer : m_config["config"]["layers"]) {
        const std::string name = layer["name"];
        const bool isHead =
            name.starts_with("dense") || name.starts_with("dropout") || name.starts_with("global");
        (isHead ? outer : inner).push_back(layer);
    }
    base["config"]["name"] = "resnet50v2";
    base["config"]["layers"] = inner;
    base["config"]["output_layers"] = {{"post_relu", 0, 0}};
    json layers = json::array({inner[0], base});
    for (auto head : outer) {
        head.erase("inbound_nodes");
        layers.push_back(head);
    }
    const auto topology =
        read({{"class_name", "Sequential"}, {"config", {{"name", "s"}, {"layers", layers}}}});
    ASSERT_TRUE(topology) << core::describe(topology.error());
    EXPECT_EQ(topology->head.size(), 3U);
    EXPECT_EQ(topology->scaling, Scaling::tf);
    EXPECT_EQ(topology->inputSize, 64);
}

TEST_F(KerasConfig, PoolsOfShortcutsMayHaveAnyNumber) {
    std::string text = m_config.dump();
    for (std::size_t at = 0; (at = text.find("\"max_pooling2d\"", at)) != std::string::npos; at += 10)
        text.replace(at, 15, "\"max_pooling2d_41\"");
    const auto topology = read(json::parse(text));
    EXPECT_TRUE(topology) << core::describe(topology.error());
}

TEST_F(KerasConfig, ALayerThatIsUsedTwiceIsRefusedByName) {
    json& nodes = layer("dense")["inbound_nodes"];
    nodes.push_back(nodes[0]);
    expectRefusal("dense", "more than once");
}

TEST_F(KerasConfig, ALayerThatLeadsNowhereIsRefusedByName) {
    json extra = layer("dense");
    extra["name"] = extra["config"]["name"] = "auxiliary";
    m_config["config"]["layers"].push_back(extra);
    expectRefusal("auxiliary", "Dense");
}

TEST_F(KerasConfig, WhateverIsMissingIsRefusedWithoutAFall) {
    const json whole = m_config;
    for (const char* name :
         {"conv1_conv", "dense", "rescaling", "dropout", "input_layer", "conv2_block1_out"})
        for (const char* key : {"config", "class_name", "inbound_nodes", "name"})
            for (const json& value :
                 {json(), json(7), json("x"), json::array(), json::array({7}), json::object()}) {
                m_config = whole;
                layer(name)[key] = value;
                (void)read();
            }
    for (const char* text :
         {"", "{}", "[]", "7", R"({"class_name":"Functional"})", R"({"class_name":"Sequential","config":{}})",
          R"({"class_name":"Sequential","config":{"layers":[]}})",
          R"({"class_name":"Lambda","config":{}})"}) {
        const auto model = kerasModelConfigFromJson(text);
        EXPECT_FALSE(model && kerasTopology(*model, {})) << text;
    }
    EXPECT_FALSE(kerasModelConfigFromJson(std::string(1'000'000, '[')));
}

} // namespace
} // namespace pleurascope::weights
