// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasWeightsFile.h"
#include "tests/engine/model/GoldenNetworks.h"
#include "tests/golden/SharedFolder.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::model {
namespace {

using namespace pleurascope::testing;

// Tolerances: golden/keras/README.md, b_forward.
double mapTolerance(torch::ScalarType type) {
    return type == torch::kFloat64 ? 1e-12 : 2e-5;
}
double pooledTolerance(torch::ScalarType type) {
    return type == torch::kFloat64 ? 1e-12 : 5e-6;
}
std::string typeName(torch::ScalarType type) {
    return type == torch::kFloat64 ? "f64" : "f32";
}

Backbone filledBackbone(const weights::BackboneDescription& description, torch::ScalarType type) {
    weights::TensorMap tensors;
    for (const Layer& layer : weights::backboneLayers(description))
        for (const auto& [name, shape] : tensorsOf(layer))
            tensors.emplace(name, filledTensor(name, shape));
    auto backbone = Backbone::create(description, tensors);
    EXPECT_TRUE(backbone);
    backbone->to(torch::kCPU, type);
    return *backbone;
}

/// The sums of a golden 'stats' object; 'dot' tells a wrong order or layout.
void expectStats(const torch::Tensor& map, const nlohmann::json& golden, double tolerance) {
    const torch::Tensor ours =
        (map.dim() == 4 ? map.permute({0, 2, 3, 1}) : map).to(torch::kFloat64).contiguous();
    ASSERT_EQ(ours.sizes().vec(), golden["shape"].get<std::vector<std::int64_t>>());
    const auto* values = ours.data_ptr<double>();
    const std::uint32_t seed = fnv1a32("dot:" + golden["tag"].get<std::string>());
    double sum = 0, absolute = 0, dot = 0;
    for (std::int64_t i = 0; i < ours.numel(); ++i) {
        sum += values[i];
        absolute += std::abs(values[i]);
        dot += values[i] * static_cast<double>(s11(seed, static_cast<std::uint32_t>(i)));
    }
    const double scale = tolerance * golden["abs_sum"].get<double>();
    EXPECT_NEAR(sum, golden["sum"].get<double>(), scale);
    EXPECT_NEAR(absolute, golden["abs_sum"].get<double>(), scale);
    EXPECT_NEAR(dot, golden["dot"].get<double>(), scale);
}

class KerasForward : public ::testing::TestWithParam<torch::ScalarType> {};

TEST_P(KerasForward, FullNetworkGivesKerasPooledFeaturesAndMaps) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/b_forward/forward.json");
    const torch::InferenceMode inference;
    const auto type = GetParam();
    const std::string folder = "golden/keras/b_forward/";
    const auto golden = readJson(sharedFile(folder + "forward.json"));
    const Backbone backbone = filledBackbone({}, type);
    for (const auto& [size, images] : {std::pair{224, 1}, std::pair{64, 2}}) {
        std::map<std::string, torch::Tensor> taps;
        const auto keep = [&](const Layer& layer, torch::Tensor& map) { taps[layer.name] = map; };
        const torch::Tensor map = backbone.forward(scaledImages(0, images, size, type), keep);
        const auto stats = golden["inputs"][std::to_string(size)]["taps"];
        for (const auto& [name, precisions] : stats.items()) {
            SCOPED_TRACE(name);
            expectStats(name == "pooled" ? globalAverage(map) : taps.at(name),
                        precisions[type == torch::kFloat64 ? "float64" : "float32"],
                        type == torch::kFloat64 ? 1e-12 : 1e-5);
        }
        const auto suffix = "_" + std::to_string(size) + "_" + typeName(type) + ".npy";
        EXPECT_LT(largestDifference(globalAverage(map), readNpy(sharedFile(folder + "pooled" + suffix))),
                  pooledTolerance(type));
        for (const char* layer :
             {"conv2_block3_out", "conv3_block4_out", "conv4_block6_out", "conv5_block3_out", "post_relu"}) {
            const auto file = sharedFile(folder + layer + suffix);
            if (std::filesystem::exists(file)) {
                EXPECT_LT(largestDifference(taps.at(layer), readNpy(file)), mapTolerance(type)) << layer;
            }
        }
    }
}

TEST_P(KerasForward, NarrowWeightFileGivesKerasPredictions) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/c_weights/predictions.json");
    const torch::InferenceMode inference;
    const auto type = GetParam();
    const auto tensors =
        weights::readKerasWeights(sharedFile("golden/keras/c_weights/narrow_flat_weights_keras2.h5"));
    ASSERT_TRUE(tensors) << core::describe(tensors.error());
    auto backbone = Backbone::create(narrowBackbone(), *tensors);
    auto head = ClassifierHead::create(narrowHead(), 96, 2, *tensors);
    ASSERT_TRUE(backbone && head);
    backbone->to(torch::kCPU, type);
    head->to(torch::kCPU, type);
    const auto golden = readJson(sharedFile("golden/keras/c_weights/predictions.json"))["sizes"];
    for (const int size : {224, 64}) {
        const auto& expected = golden[std::to_string(size)][type == torch::kFloat64 ? "float64" : "float32"];
        const torch::Tensor pooled = globalAverage(backbone->forward(scaledImages(0, 4, size, type)));
        EXPECT_LT(largestDifference(
                      pooled, readNpy(sharedFile("golden/keras/c_weights/narrow_pooled_" +
                                                 std::to_string(size) + "_" + typeName(type) + ".npy"))),
                  pooledTolerance(type));
        const torch::Tensor logits = head->forward(pooled);
        const torch::Tensor softmax = torch::softmax(logits, 1);
        for (int k = 0; k < 4; ++k)
            for (int c = 0; c < 2; ++c) {
                EXPECT_NEAR(logits[k][c].item<double>(), expected["logits"][k][c].get<double>(),
                            pooledTolerance(type));
                EXPECT_NEAR(softmax[k][c].item<double>(), expected["softmax"][k][c].get<double>(),
                            pooledTolerance(type));
            }
    }
}

INSTANTIATE_TEST_SUITE_P(BothPrecisions, KerasForward, ::testing::Values(torch::kFloat32, torch::kFloat64),
                         [](const auto& precision) { return typeName(precision.param); });

TEST(KerasWeights, EveryLegacyLayoutGivesTheSameTensors) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/c_weights/narrow_flat_weights_keras2.h5");
    for (const char* file : {"narrow_flat_weights_keras2.h5", "narrow_nested_weights_keras2.h5",
                             "narrow_flat_weights_keras3legacy.h5", "narrow_flat_model_legacy.h5",
                             "narrow_nested_model_legacy.h5"}) {
        const auto tensors =
            weights::readKerasWeights(sharedFile(std::string("golden/keras/c_weights/") + file));
        ASSERT_TRUE(tensors) << file << " " << core::describe(tensors.error());
        for (const auto& [name, tensor] : *tensors)
            EXPECT_EQ(tensor.values, filledTensor(name, tensor.shape).values) << file << " " << name;
        EXPECT_EQ(tensors->size(), 274U) << file;
    }
}

} // namespace
} // namespace pleurascope::model
