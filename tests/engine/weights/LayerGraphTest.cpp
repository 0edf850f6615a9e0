// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/LayerGraph.h"
#include "engine/weights/Tensor.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

#include <algorithm>

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
    const auto layers = resNetV2Layers({});
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

TEST(LayerGraph, CountsTheParametersThatKerasCounts) {
    EXPECT_EQ(parameterCount(resNetV2Layers({})), 23'564'800);
}

TEST(LayerGraph, EndsAtTheCutAndLeavesOutWhatTheCutDoesNotNeed) {
    const auto layers = layersUpTo(resNetV2Layers({}), "conv2_block1_1_relu");
    ASSERT_TRUE(layers);
    EXPECT_EQ(layers->back().name, "conv2_block1_1_relu");
    for (const Layer& layer : *layers)
        EXPECT_NE(layer.name, "conv2_block1_0_conv") << "the shortcut is beside the way to the cut";
}

TEST(LayerGraph, NamesALayerThatItDoesNotKnow) {
    const auto layers = layersUpTo(resNetV2Layers({}), "conv9_out");
    ASSERT_FALSE(layers);
    EXPECT_EQ(layers.error().code, core::ErrorCode::unknownLayer);
    EXPECT_EQ(layers.error().detail, "conv9_out");
}

} // namespace
} // namespace pleurascope::weights
