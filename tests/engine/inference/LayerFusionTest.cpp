// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/LayerFusion.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pleurascope::inference {
namespace {

using weights::Layer;
using weights::LayerKind;

Layer layer(const char* name, LayerKind kind, std::vector<int> inputs) {
    Layer made;
    made.name = name;
    made.kind = kind;
    made.inputs = std::move(inputs);
    made.kernel = 1;
    return made;
}

/// A residual block as ResNet V2 has it: what goes in is normalised for the branch and kept for the sum.
std::vector<Layer> block() {
    return {layer("input", LayerKind::input, {}),
            layer("stem", LayerKind::convolution, {0}),
            layer("preact_bn", LayerKind::batchNormalization, {1}),
            layer("preact_relu", LayerKind::relu, {2}),
            layer("1_conv", LayerKind::convolution, {3}),
            layer("1_bn", LayerKind::batchNormalization, {4}),
            layer("1_relu", LayerKind::relu, {5}),
            layer("2_pad", LayerKind::zeroPadding, {6}),
            layer("2_conv", LayerKind::convolution, {7}),
            layer("out", LayerKind::add, {1, 8})};
}

TEST(LayerFusion, ABlockBecomesAFewSteps) {
    const auto steps = fuseLayers(block(), {9});
    ASSERT_EQ(steps.size(), 4U);
    EXPECT_EQ(steps[0].output, 1);
    EXPECT_EQ(steps[1].layer, 2);
    EXPECT_TRUE(steps[1].relu);
    EXPECT_EQ(steps[2].batchNorm, 5);
    EXPECT_TRUE(steps[2].relu);
    EXPECT_EQ(steps[2].output, 6);
    EXPECT_EQ(steps[3].padding, 1);
    EXPECT_EQ(steps[3].input, 6);
    EXPECT_EQ(steps[3].addend, 1);
    EXPECT_EQ(steps[3].output, 9);
}

TEST(LayerFusion, WhatIsAskedForStaysWhole) {
    const auto layers = block();
    for (std::size_t asked = 1; asked + 1 < layers.size(); ++asked) {
        const auto steps = fuseLayers(layers, {asked, 9});
        EXPECT_TRUE(std::any_of(steps.begin(), steps.end(), [&](const FusedStep& s) {
            return s.output == int(asked);
        })) << layers[asked].name;
        EXPECT_TRUE(std::none_of(steps.begin(), steps.end(), [&](const FusedStep& s) {
            return s.addend == int(asked);
        })) << layers[asked].name;
    }
}

TEST(LayerFusion, AValueThatIsReadLaterIsNotOverwritten) {
    auto layers = block();
    layers.push_back(layer("late", LayerKind::relu, {1}));
    layers.push_back(layer("end", LayerKind::add, {9, 10}));
    const auto steps = fuseLayers(layers, {11});
    EXPECT_TRUE(std::none_of(steps.begin(), steps.end(), [](const FusedStep& s) { return s.addend == 1; }));
}

TEST(LayerFusion, TheWaistIsWhereTheLastStageBegins) {
    weights::BackboneDescription description;
    const auto layers = weights::backboneLayers(description);
    EXPECT_EQ(layers[std::size_t(findWaist(layers))].name, "conv4_block6_out");
    EXPECT_EQ(findWaist(weights::layersUpTo(layers, "conv5_block1_preact_relu").value()) >= 0, true);
    EXPECT_EQ(findWaist(weights::layersUpTo(layers, "conv4_block6_out").value()), -1) << "nothing behind it";
    EXPECT_EQ(findWaist(weights::layersUpTo(layers, "conv4_block5_out").value()), -1);
}

} // namespace
} // namespace pleurascope::inference
