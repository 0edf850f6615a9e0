// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasImport.h"
#include "engine/weights/KerasLayers.h"
#include "engine/weights/KerasShapes.h"
#include "engine/weights/KnownBackbone.h"
#include "tests/engine/model/GoldenNetworks.h"
#include "tests/golden/SharedFolder.h"

namespace pleurascope::weights {
namespace {

using namespace pleurascope::testing;

class KerasPredictions : public ::testing::TestWithParam<const char*> {};

TEST_P(KerasPredictions, AnImportedFilePredictsAsKeras) {
    const std::string path = std::string("golden/keras/c_weights/") + GetParam();
    PLEURASCOPE_NEEDS_SHARED(path);
    const torch::InferenceMode inference;
    const auto import = importKeras(sharedFile(path), {}, readKerasFile);
    ASSERT_TRUE(import) << core::describe(import.error());
    const auto& description = import->model.description;
    auto backbone = model::Backbone::create(description.backbone, import->model.tensors);
    ASSERT_TRUE(backbone) << core::describe(backbone.error());
    auto head =
        model::ClassifierHead::create(description.head, backbone->features(),
                                      static_cast<int>(description.classes.size()), import->model.tensors);
    ASSERT_TRUE(head) << core::describe(head.error());
    const auto golden = readJson(sharedFile("golden/keras/c_weights/predictions.json"))["sizes"];
    for (const int size : {224, 64}) {
        const auto& expected = golden[std::to_string(size)]["float32"];
        const torch::Tensor logits =
            head->forward(model::globalAverage(backbone->forward(scaledImages(0, 4, size, torch::kFloat32))));
        const torch::Tensor softmax = torch::softmax(logits, 1);
        for (int k = 0; k < 4; ++k)
            for (int c = 0; c < 2; ++c) {
                EXPECT_NEAR(logits[k][c].item<double>(), expected["logits"][k][c].get<double>(), 5e-6);
                EXPECT_NEAR(softmax[k][c].item<double>(), expected["softmax"][k][c].get<double>(), 5e-6);
            }
    }
}

INSTANTIATE_TEST_SUITE_P(Golden, KerasPredictions,
                         ::testing::Values("narrow_flat_weights_keras2.h5", "narrow_nested_weights_keras2.h5",
                                           "narrow_flat_weights_keras3legacy.h5",
                                           "narrow_flat_model_legacy.h5", "narrow_nested_model_legacy.h5",
                                           "narrow_flat.weights.h5", "narrow_nested.weights.h5",
                                           "narrow_flat.keras", "narrow_nested.keras"));

TEST(KerasLayers, HaveTheTensorsOfTheNetworkThatIsComputed) {
    for (const auto& known : knownBackbones()) {
        const BackboneDescription& description = known.description;
        std::map<std::string, KerasShape> computed;
        for (const auto& layer : weights::backboneLayers(description))
            for (const auto& [name, shape] : weights::tensorsOf(layer))
                computed[name] = shape;
        std::map<std::string, KerasShape> described;
        for (const auto& [name, shape] : kerasVariables(kerasLayersOf(backboneLayers(description))))
            described[name] = shape;
        EXPECT_EQ(described, computed);
    }
}

} // namespace
} // namespace pleurascope::weights
