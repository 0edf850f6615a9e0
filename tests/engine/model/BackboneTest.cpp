// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Backbone.h"
#include "engine/model/Initialisation.h"
#include "engine/weights/BackboneShape.h"
#include "tests/engine/model/GoldenNetworks.h"

#include <gtest/gtest.h>

namespace pleurascope::model {
namespace {

using testing::narrowBackbone;

TEST(Backbone, NamesTheTensorThatAWeightFileLacks) {
    auto tensors = initialBackbone(narrowBackbone(), 1);
    ASSERT_TRUE(tensors);
    tensors->erase("conv3_block2_2_conv/kernel");
    const auto backbone = Backbone::create(narrowBackbone(), *tensors);
    ASSERT_FALSE(backbone);
    EXPECT_EQ(backbone.error().code, core::ErrorCode::missingTensor);
    EXPECT_EQ(backbone.error().detail, "conv3_block2_2_conv/kernel");
}

TEST(Backbone, DoesNotAskForTensorsBeyondItsCut) {
    auto description = narrowBackbone();
    auto tensors = initialBackbone(description, 1);
    tensors->erase("conv5_block3_3_conv/kernel");
    description.cut = "conv4_block6_out";
    const auto backbone = Backbone::create(description, *tensors);
    ASSERT_TRUE(backbone);
    EXPECT_EQ(backbone->features(), 64);
}

TEST(Backbone, SaysBothShapesWhereTheyDiffer) {
    auto tensors = initialBackbone(narrowBackbone(), 1);
    tensors->at("conv1_conv/bias").shape = {1, 64};
    const auto backbone = Backbone::create(narrowBackbone(), *tensors);
    ASSERT_FALSE(backbone);
    EXPECT_EQ(backbone.error().code, core::ErrorCode::shapeMismatch);
    EXPECT_EQ(backbone.error().detail, "conv1_conv/bias is (1, 64), expected (64)");
}

TEST(Backbone, GivesBackTheTensorsThatItWasMadeOf) {
    const auto tensors = initialBackbone(narrowBackbone(), 7);
    const auto backbone = Backbone::create(narrowBackbone(), *tensors);
    ASSERT_TRUE(backbone);
    const auto back = backbone->tensors();
    ASSERT_EQ(back.size(), tensors->size());
    for (const auto& [name, tensor] : *tensors) {
        EXPECT_EQ(back.at(name).shape, tensor.shape) << name;
        EXPECT_EQ(back.at(name).values, tensor.values) << name;
    }
}

/// Two stages of one block, computed once more without the graph.
TEST(Backbone, ComputesADenseNet) {
    const weights::BackboneDescription description{"densenet", 8, {1, 1}, {4, 6}, "relu"};
    auto tensors = *initialBackbone(description, 3);
    for (auto& [name, tensor] : tensors)
        tensor = testing::filledTensor(name, tensor.shape);
    const torch::InferenceMode inference;
    const auto get = [&](const std::string& name) {
        const auto& tensor = tensors.at(name);
        return torch::tensor(tensor.values).view(tensor.shape);
    };
    const auto convolve = [&](const std::string& name, const torch::Tensor& x, int stride, int pad) {
        return torch::conv2d(x, get(name + "/kernel").permute({3, 2, 0, 1}), {}, stride, pad);
    };
    const auto activate = [&](const std::string& name, const torch::Tensor& x) {
        const auto a = [](const torch::Tensor& values) { return values.view({1, -1, 1, 1}); };
        return torch::relu((x - a(get(name + "/moving_mean"))) /
                               torch::sqrt(a(get(name + "/moving_variance")) + 1.001e-5) *
                               a(get(name + "/gamma")) +
                           a(get(name + "/beta")));
    };
    const auto block = [&](const std::string& name, const torch::Tensor& x) {
        auto y = convolve(name + "_1_conv", activate(name + "_0_bn", x), 1, 0);
        y = convolve(name + "_2_conv", activate(name + "_1_bn", y), 1, 1);
        return torch::cat({x, y}, 1);
    };
    const torch::Tensor input = testing::scaledImages(0, 2, 64, torch::kFloat32);
    torch::Tensor x = activate("conv1_bn", convolve("conv1_conv", input, 2, 3));
    x = torch::max_pool2d(x, 3, 2, 1); // nothing is below zero here, so any padding is zeros
    x = block("conv2_block1", x);
    x = torch::avg_pool2d(convolve("pool2_conv", activate("pool2_bn", x), 1, 0), 2);
    x = activate("bn", block("conv3_block1", x));
    const auto backbone = Backbone::create(description, tensors);
    ASSERT_TRUE(backbone);
    EXPECT_EQ(backbone->features(), 12);
    EXPECT_TRUE(torch::allclose(backbone->forward(input), x, 1e-4, 1e-5));
}

TEST(BackboneShape, ReadsWidthsAndKeepsTheFamilysBlocksWhereAFileEndsEarly) {
    auto description = narrowBackbone();
    description.blocks = {3, 5, 6, 3};
    auto tensors = initialBackbone(description, 1);
    std::erase_if(*tensors, [](const auto& entry) {
        return entry.first.starts_with("conv4_block5") || entry.first.starts_with("conv4_block6") ||
               entry.first.starts_with("conv5") || entry.first.starts_with("post");
    });
    const auto shape = weights::backboneShape(*tensors, {});
    EXPECT_EQ(shape.filters, (std::vector<int>{8, 12, 16, 512}));
    EXPECT_EQ(shape.blocks, (std::vector<int>{3, 5, 6, 3}));
    EXPECT_EQ(shape.cut, "post_relu");
}

TEST(BackboneShape, OfAnotherFamilyTakesItsCutToo) {
    const weights::BackboneDescription dense{"densenet", 8, {2, 1}, {4, 6}, "relu"};
    const auto shape = weights::backboneShape(*initialBackbone(dense, 1), {});
    EXPECT_EQ(shape.family, "densenet");
    EXPECT_EQ(shape.blocks, (std::vector<int>{2, 1}));
    EXPECT_EQ(shape.filters, (std::vector<int>{4, 6}));
    EXPECT_EQ(shape.cut, "relu");
}

TEST(Initialisation, DependsOnTheSeedAlone) {
    const auto first = initialHead({{8}, {0}}, 4, 2, 5);
    EXPECT_EQ(first.at("dense/kernel").values, initialHead({{8}, {0}}, 4, 2, 5).at("dense/kernel").values);
    EXPECT_NE(first.at("dense/kernel").values, initialHead({{8}, {0}}, 4, 2, 6).at("dense/kernel").values);
}

} // namespace
} // namespace pleurascope::model
