// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/LayerGraph.h"
#include "engine/weights/KnownBackbone.h"
#include "engine/weights/Tensor.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

namespace pleurascope::weights {
namespace {

using testing::readJson;
using testing::sharedFile;

std::int64_t parameterCount(const std::vector<Layer>& layers) {
    std::int64_t count = 0;
    for (const Layer& layer : layers)
        for (const auto& [name, shape] : tensorsOf(layer))
            count += elementCount(shape);
    return count;
}

TEST(LayerGraph, HasKerasLayersWithKerasInputsAndChannels) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/a_architecture/resnet50v2_notop.json");
    const auto golden = readJson(sharedFile("golden/keras/a_architecture/resnet50v2_notop.json"))["layers"];
    const auto layers = backboneLayers({});
    ASSERT_EQ(layers.size(), golden.size());
    for (const auto& entry : golden) {
        if (entry["class"] == "InputLayer")
            continue;
        const auto name = entry["name"].get<std::string>();
        const auto found = std::find_if(layers.begin(), layers.end(),
                                        [&](const Layer& layer) { return layer.name == name; });
        ASSERT_NE(found, layers.end()) << name;
        EXPECT_EQ(entry["output_shape_224"].back().get<int>(), found->channels) << name;
        std::vector<std::string> inputs;
        for (const int i : found->inputs)
            inputs.push_back(i == 0 ? "input_layer" : layers[static_cast<std::size_t>(i)].name);
        EXPECT_EQ(inputs, entry["inbound"].get<std::vector<std::string>>()) << name;
    }
}

TEST(LayerGraph, HoldsTheTensorsOfKerasWithTheirShapes) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/a_architecture/weights_order.tsv");
    std::ifstream golden(sharedFile("golden/keras/a_architecture/weights_order.tsv"));
    std::vector<std::string> expected;
    std::int64_t trainable = 0;
    std::string line;
    std::getline(golden, line); // the header
    std::string index, layer, kind, variable, shape;
    for (int isTrainable = 0; golden >> index >> layer >> kind >> variable >> shape >> isTrainable;) {
        expected.push_back(layer + "/" + variable + " " + shape);
        trainable += isTrainable;
    }
    std::vector<std::string> ours;
    std::int64_t moving = 0;
    for (const Layer& one : backboneLayers({}))
        for (const auto& [name, sides] : tensorsOf(one)) {
            std::string text;
            for (const auto side : sides)
                text += (text.empty() ? "" : "x") + std::to_string(side);
            ours.push_back(name + " " + text);
            moving += name.find("/moving_") != std::string::npos ? 1 : 0;
        }
    std::ranges::sort(expected);
    std::ranges::sort(ours);
    EXPECT_EQ(ours, expected);
    EXPECT_EQ(std::int64_t(ours.size()) - moving, trainable);
}

/// keras.io/api/applications and each model's summary, without a top.
TEST(LayerGraph, CountsTheParametersThatKerasCounts) {
    const std::map<std::string_view, std::int64_t> published{{"resnet50v2", 23'564'800},
                                                             {"resnet101v2", 42'626'560},
                                                             {"resnet152v2", 58'331'648},
                                                             {"densenet121", 7'037'504}};
    for (const auto& known : knownBackbones())
        EXPECT_EQ(parameterCount(backboneLayers(known.description)), published.at(known.name)) << known.name;
}

TEST(LayerGraph, ListsADenseNetAsKerasDoes) {
    const auto layers = backboneLayers(knownBackbone("densenet121").value().description);
    EXPECT_EQ(layers.size(), 427U);
    EXPECT_EQ(layers[1].name, "zero_padding2d");
    EXPECT_EQ(layers[5].name, "zero_padding2d_1");
    EXPECT_EQ(layers[6].name, "pool1");
    EXPECT_EQ(layers.back().name, "relu");
    EXPECT_EQ(layers.back().channels, 1024);
    const auto at = [&](const std::string& name) {
        return *std::find_if(layers.begin(), layers.end(),
                             [&](const Layer& layer) { return layer.name == name; });
    };
    EXPECT_EQ(at("conv2_block6_concat").channels, 256);
    EXPECT_EQ(at("pool2_conv").channels, 128);
    EXPECT_TRUE(at("conv5_block16_2_conv").padded);
    EXPECT_EQ(layers[static_cast<std::size_t>(at("conv2_block1_concat").inputs[0])].name, "pool1");
}

TEST(KnownBackbone, IsFoundByItsNameAndNamesItself) {
    for (const auto& known : knownBackbones()) {
        auto description = knownBackbone(known.name).value().description;
        description.cut = "conv4_block6_out";
        EXPECT_EQ(backboneName(description), known.name);
        EXPECT_EQ(known.weightsMd5.size(), 32U);
        EXPECT_TRUE(known.weightsUrl.ends_with(known.weightsFile));
    }
    EXPECT_EQ(backboneName({"resnetv2", 8, {1}, {4}, "post_relu"}), "resnetv2");
    EXPECT_EQ(knownBackbone("vgg16").error().code, core::ErrorCode::invalidArgument);
}

TEST(LayerGraph, EndsAtTheCutAndLeavesOutWhatTheCutDoesNotNeed) {
    const auto layers = layersUpTo(backboneLayers({}), "conv2_block1_1_relu");
    ASSERT_TRUE(layers);
    EXPECT_EQ(layers->back().name, "conv2_block1_1_relu");
    for (const Layer& layer : *layers)
        EXPECT_NE(layer.name, "conv2_block1_0_conv") << "the shortcut is beside the way to the cut";
}

TEST(LayerGraph, NamesALayerThatItDoesNotKnow) {
    const auto layers = layersUpTo(backboneLayers({}), "conv9_out");
    ASSERT_FALSE(layers);
    EXPECT_EQ(layers.error().code, core::ErrorCode::unknownLayer);
    EXPECT_EQ(layers.error().detail, "conv9_out");
}

} // namespace
} // namespace pleurascope::weights
