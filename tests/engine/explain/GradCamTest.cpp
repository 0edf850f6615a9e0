// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explain/GradCam.h"
#include "engine/weights/KerasWeightsFile.h"
#include "tests/engine/model/GoldenNetworks.h"
#include "tests/golden/SharedFolder.h"

namespace pleurascope::explain {
namespace {

using namespace pleurascope::testing;

struct Case {
    std::string layer;
    Score score;
    torch::ScalarType type;
};

std::string nameOf(const Case& c) {
    return "224_" + c.layer + (c.score == Score::softmax ? "_softmax" : "_logits") +
           (c.type == torch::kFloat64 ? "_f64" : "_f32");
}

class KerasGradCam : public ::testing::TestWithParam<Case> {
protected:
    static void compare(const torch::Tensor& ours, const NpyFile& golden, std::int64_t image,
                        std::int64_t classIndex, double tolerance) {
        const std::int64_t size = ours.numel();
        const std::int64_t offset = (image * 2 + classIndex) * size;
        const torch::Tensor flat = ours.to(torch::kFloat64).contiguous().view({-1});
        double scale = 0;
        for (std::int64_t i = 0; i < size; ++i)
            scale = std::max(scale, std::abs(golden.values[static_cast<std::size_t>(offset + i)]));
        for (std::int64_t i = 0; i < size; ++i)
            ASSERT_NEAR(flat[i].item<double>(), golden.values[static_cast<std::size_t>(offset + i)],
                        tolerance * scale);
    }
};

TEST_P(KerasGradCam, RawMapsAndWeightsAreThoseOfKeras) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/d_gradcam/gradcam.json");
    const auto& test = GetParam();
    const auto tensors =
        weights::readKerasWeights(sharedFile("golden/keras/c_weights/narrow_flat_weights_keras2.h5"));
    ASSERT_TRUE(tensors);
    auto backbone = model::Backbone::create(narrowBackbone(), *tensors);
    auto head = model::ClassifierHead::create(narrowHead(), 96, 2, *tensors);
    ASSERT_TRUE(backbone && head);
    backbone->to(torch::kCPU, test.type);
    head->to(torch::kCPU, test.type);
    const auto raw = readNpy(sharedFile("golden/keras/d_gradcam/raw_" + nameOf(test) + ".npy"));
    const auto channelWeights =
        readNpy(sharedFile("golden/keras/d_gradcam/weights_" + nameOf(test) + ".npy"));
    ASSERT_EQ(raw.shape, (std::vector<std::int64_t>{4, 2, 7, 7}));
    // Relative to the largest value: float32 sums of 96 channels in another order.
    const double tolerance = test.type == torch::kFloat64 ? 1e-10 : 2e-4;
    for (int image = 0; image < 4; ++image)
        for (int classIndex = 0; classIndex < 2; ++classIndex) {
            const auto cam = gradCam(*backbone, *head, scaledImages(image, image + 1, 224, test.type),
                                     test.layer, classIndex, test.score);
            ASSERT_TRUE(cam);
            compare(cam->map, raw, image, classIndex, tolerance);
            compare(cam->weights, channelWeights, image, classIndex, tolerance);
        }
}

std::vector<Case> allCases() {
    std::vector<Case> cases;
    for (const char* layer : {"post_relu", "conv5_block3_out"})
        for (const Score score : {Score::softmax, Score::logit})
            for (const auto type : {torch::kFloat32, torch::kFloat64})
                cases.push_back({layer, score, type});
    return cases;
}

INSTANTIATE_TEST_SUITE_P(LayersScoresAndPrecisions, KerasGradCam, ::testing::ValuesIn(allCases()),
                         [](const auto& instance) { return nameOf(instance.param); });

TEST(GradCam, RefusesALayerBesideTheWayToTheCut) {
    const auto tensors = [] {
        weights::TensorMap map;
        for (const auto& layer : weights::backboneLayers(narrowBackbone()))
            for (const auto& [name, shape] : weights::tensorsOf(layer))
                map.emplace(name, filledTensor(name, shape));
        return map;
    }();
    auto description = narrowBackbone();
    description.cut = "conv3_block1_out";
    const auto backbone = model::Backbone::create(description, tensors);
    const auto head = model::ClassifierHead::create(
        {{}, {}}, 48, 2, filledTensors(weights::tensorsOf(weights::HeadDescription{{}, {}}, 48, 2)));
    ASSERT_TRUE(backbone && head);
    const auto cam =
        gradCam(*backbone, *head, scaledImages(0, 1, 64, torch::kFloat32), "post_relu", 1, Score::logit);
    ASSERT_FALSE(cam);
    EXPECT_EQ(cam.error().code, core::ErrorCode::unknownLayer);
}

TEST(GradCam, WorksAtEveryLayerOnTheWay) {
    weights::TensorMap tensors;
    for (const auto& layer : weights::backboneLayers(narrowBackbone()))
        for (const auto& [name, shape] : weights::tensorsOf(layer))
            tensors.emplace(name, filledTensor(name, shape));
    const auto backbone = model::Backbone::create(narrowBackbone(), tensors);
    const auto head = model::ClassifierHead::create(narrowHead(), 96, 2,
                                                    filledTensors(weights::tensorsOf(narrowHead(), 96, 2)));
    ASSERT_TRUE(backbone && head);
    const auto image = scaledImages(0, 1, 64, torch::kFloat32);
    for (const auto& layer : backbone->layers()) {
        if (layer.kind == weights::LayerKind::input)
            continue;
        const auto cam = gradCam(*backbone, *head, image, layer.name, 1, Score::logit);
        ASSERT_TRUE(cam) << layer.name;
        EXPECT_TRUE(torch::isfinite(cam->map).all().item<bool>()) << layer.name;
    }
}

} // namespace
} // namespace pleurascope::explain
