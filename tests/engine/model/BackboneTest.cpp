// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/BackboneShape.h"
#include "engine/model/Initialisation.h"
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

TEST(BackboneShape, ReadsWidthsAndKeepsTheFamilysBlocksWhereAFileHasFewer) {
    auto description = narrowBackbone();
    description.blocks = {3, 4, 9, 3};
    auto tensors = initialBackbone(description, 1);
    std::erase_if(*tensors, [](const auto& entry) {
        return entry.first.starts_with("conv3_block4") || entry.first.starts_with("conv5");
    });
    const auto shape = backboneShape(*tensors, {});
    EXPECT_EQ(shape.filters, (std::vector<int>{8, 12, 16, 512}));
    EXPECT_EQ(shape.blocks, (std::vector<int>{3, 4, 9, 3}));
    EXPECT_EQ(shape.cut, "post_relu");
}

TEST(Initialisation, DependsOnTheSeedAlone) {
    const auto first = initialHead({{8}, {0}}, 4, 2, 5);
    EXPECT_EQ(first.at("dense/kernel").values, initialHead({{8}, {0}}, 4, 2, 5).at("dense/kernel").values);
    EXPECT_NE(first.at("dense/kernel").values, initialHead({{8}, {0}}, 4, 2, 6).at("dense/kernel").values);
}

} // namespace
} // namespace pleurascope::model
