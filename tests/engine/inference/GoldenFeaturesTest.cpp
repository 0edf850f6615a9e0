// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"
#include "engine/imaging/InputPlanes.h"
#include "engine/inference/Network.h"
#include "engine/weights/KerasWeightsFile.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::inference {
namespace {

using namespace pleurascope::testing;

/// The whole way of a real film through genuine ImageNet weights: PNG, grey, resize, scaling, backbone,
/// pooling.
TEST(GoldenFeatures, RealFilmsThroughRealWeightsGiveKerasFeatures) {
    PLEURASCOPE_NEEDS_SHARED("weights/golden_features.json");
    const torch::InferenceMode inference;
    const auto golden = readJson(sharedFile("weights/golden_features.json"))["images"];
    const auto tensors =
        weights::readKerasWeights(sharedFile("weights/resnet50v2_imagenet_conv1_to_conv4.h5"));
    ASSERT_TRUE(tensors) << core::describe(tensors.error());
    weights::BackboneDescription description;
    description.cut = "conv5_block1_preact_relu";
    const auto backbone = model::Backbone::create(description, *tensors);
    ASSERT_TRUE(backbone) << core::describe(backbone.error());
    ASSERT_EQ(golden.size(), 6U);
    for (const auto& [key, expected] : golden.items()) {
        const auto bar = key.find('|');
        const auto bytes = core::readFile(sharedFile("data/cxr-effusion/" + key.substr(0, bar)));
        ASSERT_TRUE(bytes);
        const auto image = imaging::decodeImage(*bytes);
        ASSERT_TRUE(image) << core::describe(image.error());
        const auto planes = imaging::inputPlanes(*image, 224);
        const auto scaling = key.substr(bar + 1) == "tf" ? weights::Scaling::tf : weights::Scaling::unit;
        std::map<std::string, torch::Tensor> pooled;
        const auto look = [&](const weights::Layer& layer, torch::Tensor& map) {
            if (layer.name == "conv4_block6_out" || layer.name == description.cut)
                pooled[layer.name] = model::globalAverage(map)[0];
        };
        (void)backbone->forward(inputTensor({&planes, 1}, scaling, torch::kCPU), look);
        ASSERT_EQ(pooled.size(), 2U);
        for (const auto& [layer, ours] : pooled) {
            const auto& values = expected.at(layer);
            ASSERT_EQ(ours.numel(), static_cast<std::int64_t>(values.size())) << layer;
            double largest = 0;
            for (std::size_t i = 0; i < values.size(); ++i)
                largest = std::max(largest, std::abs(ours[static_cast<std::int64_t>(i)].item<double>() -
                                                     values[i].get<double>()));
            EXPECT_LT(largest, 2e-5) << key << " " << layer;
        }
    }
}

} // namespace
} // namespace pleurascope::inference
