// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/OneDnnBackbone.h"
#include "engine/weights/KerasWeightsFile.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::inference {
namespace {

using namespace pleurascope::testing;

model::Backbone narrow(const std::string& cut = "post_relu") {
    weights::BackboneDescription description;
    description.stemFilters = 8;
    description.filters = {8, 16, 16, 24};
    description.cut = cut;
    weights::TensorMap tensors;
    const auto layers = weights::layersToCut(description).value();
    for (const auto& layer : layers)
        tensors.merge(filledTensors(weights::tensorsOf(layer)));
    auto backbone = model::Backbone::create(description, tensors);
    EXPECT_TRUE(backbone) << core::describe(backbone.error());
    return std::move(*backbone);
}

/// Largest difference, as a share of the largest value.
double difference(const torch::Tensor& ours, const torch::Tensor& plain) {
    return ((ours - plain).abs().max() / plain.abs().max()).item<double>();
}

torch::Tensor films(std::int64_t count, std::int64_t size) {
    return torch::rand({count, 3, size, size}, at::detail::createCPUGenerator(5)) * 2 - 1;
}

TEST(OneDnnBackbone, GivesWhatThePlainNetworkGives) {
    const torch::NoGradGuard noGrad;
    for (const std::string cut :
         {"post_relu", "post_bn", "conv5_block1_preact_relu", "conv4_block6_out", "pool1_pad"}) {
        const auto backbone = narrow(cut);
        const auto fast = OneDnnBackbone::create(backbone, {backbone.layers().size() - 1});
        ASSERT_TRUE(fast) << cut;
        for (const std::int64_t size : {64, 224, 97}) {
            const torch::Tensor input = films(3, size);
            EXPECT_LT(difference(fast->run(input).front(), backbone.forward(input)), 1e-5)
                << cut << " " << size;
        }
    }
}

TEST(OneDnnBackbone, GivesEveryBoundaryOfAStage) {
    const torch::NoGradGuard noGrad;
    const auto backbone = narrow();
    for (const char* stage :
         {"conv2", "conv3", "conv4", "conv5", "conv3_block2_2_conv", "conv4_block2_preact_relu"}) {
        const std::size_t first = backbone.firstOfStage(stage).value();
        const auto fast = OneDnnBackbone::create(backbone, backbone.boundary(first));
        ASSERT_TRUE(fast) << stage;
        const torch::Tensor input = films(2, 96);
        const auto plain = backbone.forwardTo(first, input);
        const auto ours = fast->run(input);
        ASSERT_EQ(ours.size(), plain.size()) << stage;
        for (std::size_t i = 0; i < ours.size(); ++i)
            EXPECT_LT(difference(ours[i], plain[i]), 1e-5) << stage << " " << i;
    }
}

TEST(OneDnnBackbone, AFilmsResultDoesNotDependOnItsNeighboursNorOnEarlierCalls) {
    const auto backbone = narrow();
    const auto fast = OneDnnBackbone::create(backbone, {backbone.layers().size() - 1});
    const torch::Tensor input = films(9, 64); // eight go together past the waist, the ninth alone
    const torch::Tensor whole = fast->run(input).front();
    for (std::int64_t i = 8; i >= 0; --i)
        EXPECT_TRUE(torch::equal(fast->run(input.narrow(0, i, 1)).front(), whole.narrow(0, i, 1))) << i;
}

TEST(OneDnnBackbone, AgreesOnImageNetWeights) {
    PLEURASCOPE_NEEDS_SHARED("weights/resnet50v2_imagenet_conv1_to_conv4.h5");
    const torch::NoGradGuard noGrad;
    weights::BackboneDescription description;
    description.cut = "conv5_block1_preact_relu";
    const auto tensors =
        weights::readKerasWeights(sharedFile("weights/resnet50v2_imagenet_conv1_to_conv4.h5"));
    ASSERT_TRUE(tensors) << core::describe(tensors.error());
    const auto backbone = model::Backbone::create(description, *tensors).value();
    const auto fast = OneDnnBackbone::create(backbone, {backbone.layers().size() - 1});
    const torch::Tensor input = films(2, 224);
    EXPECT_LT(difference(fast->run(input).front(), backbone.forward(input)), 1e-5);
}

} // namespace
} // namespace pleurascope::inference
