// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/FrozenPart.h"
#include "engine/model/Initialisation.h"
#include "engine/weights/BackboneShape.h"

#include <gtest/gtest.h>

namespace pleurascope::training {
namespace {

inference::Network network(std::uint32_t seed = 1) {
    weights::ModelContents contents;
    auto& d = contents.description;
    d.backbone.stemFilters = 8;
    d.backbone.blocks = {2, 2, 2};
    d.backbone.filters = {4, 6, 8};
    d.head = {{}, {}};
    d.inputSize = 64;
    contents.tensors = *model::initialBackbone(d.backbone, seed);
    contents.tensors.merge(model::initialHead(d.head, 32, 2, seed));
    auto made = inference::Network::create(contents, torch::kCPU);
    EXPECT_TRUE(made) << core::describe(made.error());
    return std::move(*made);
}

TEST(FrozenPart, AnyLayerMayBeTheFirstThatIsTrained) {
    const torch::NoGradGuard noGrad;
    const auto net = network();
    const auto input = torch::randn({2, 3, 64, 64});
    const auto whole = net.backbone.forward(input);
    for (const char* stage : {"conv1", "conv2", "conv3", "conv4", "conv3_block2", "conv4_block1_2_conv",
                              "conv3_block2_3_conv", "post_relu"}) {
        const auto first = net.backbone.firstOfStage(stage);
        ASSERT_TRUE(first) << stage;
        const auto part = FrozenPart::below(net, *first);
        const auto maps = part.forward(input);
        const auto shapes = part.shapes();
        ASSERT_EQ(maps.size(), shapes.size());
        for (std::size_t i = 0; i < maps.size(); ++i)
            EXPECT_EQ(maps[i].sizes().slice(1).vec(), shapes[i]) << stage;
        EXPECT_LT((net.backbone.forwardFrom(*first, maps) - whole).abs().max().item<float>(),
                  1e-5F * whole.abs().max().item<float>())
            << stage;
    }
    EXPECT_EQ(FrozenPart::below(net, *net.backbone.firstOfStage("conv4")).shapes().size(), 1U)
        << "one map is kept where a stage begins";
    EXPECT_FALSE(net.backbone.firstOfStage("conv9"));
    EXPECT_FALSE(net.backbone.firstOfStage("input_1"));
}

TEST(FrozenPart, ItsIdentityFollowsFromWhatItComputesAlone) {
    const auto net = network(), same = network(), other = network(2);
    const auto below = [](const inference::Network& n, const char* stage) {
        return FrozenPart::below(n, *n.backbone.firstOfStage(stage)).identity();
    };
    EXPECT_EQ(below(net, "conv3"), below(same, "conv3"));
    EXPECT_NE(below(net, "conv3"), below(other, "conv3"));
    EXPECT_NE(below(net, "conv3"), below(net, "conv4"));
    EXPECT_NE(below(net, "post_relu"), FrozenPart::backbone(net).identity());
}

TEST(DeepestCompleteCut, IsTheLastSeamThatAllTensorsReach) {
    weights::BackboneDescription description;
    description.blocks = {2, 2};
    description.filters = {4, 8};
    auto tensors = *model::initialBackbone(description, 1);
    EXPECT_EQ(*weights::deepestCompleteCut(description, tensors), "post_relu");
    tensors.erase("conv3_block2_2_conv/kernel");
    EXPECT_EQ(*weights::deepestCompleteCut(description, tensors), "conv3_block2_1_relu");
    tensors.erase("conv3_block1_1_conv/kernel");
    EXPECT_EQ(*weights::deepestCompleteCut(description, tensors), "conv3_block1_preact_relu");
}

} // namespace
} // namespace pleurascope::training
