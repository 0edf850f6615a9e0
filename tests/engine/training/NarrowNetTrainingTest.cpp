// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Backbone.h"
#include "engine/model/ClassifierHead.h"
#include "engine/training/Objective.h"
#include "engine/training/Optimizer.h"
#include "tests/engine/model/GoldenNetworks.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/NpyFile.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::training {
namespace {

using namespace pleurascope::testing;

/// Keras' BatchNormalization(momentum=0.99).
constexpr double kerasMomentum = 0.99;

/// The dot of a stats object: sum of value[i] * s11(fnv1a32("dot:" + tag), i), in Keras' layout.
double dotOf(const weights::Tensor& tensor, const std::string& tag) {
    double dot = 0;
    for (std::size_t i = 0; i < tensor.values.size(); ++i)
        dot += double(tensor.values[i]) * double(s11(fnv1a32("dot:" + tag), std::uint32_t(i)));
    return dot;
}

/// base_trainable: batch norm in training mode with the biased variance, or in inference mode.
class NarrowNetTraining : public ::testing::TestWithParam<bool> {};

TEST_P(NarrowNetTraining, ThreeStepsOfTheWholeNetAreThoseOfKeras) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/f_training/narrow_whole_net_3_steps.json");
    const bool trainable = GetParam();
    const auto golden = readJson(sharedFile("golden/keras/f_training/narrow_whole_net_3_steps.json"))
        [std::string("base_trainable=") + (trainable ? "True" : "False") + " float64"];
    auto names = weights::tensorsOf(narrowHead(), 96, 2);
    const auto layers = weights::backboneLayers(narrowBackbone());
    for (const auto& layer : layers)
        for (const auto& entry : weights::tensorsOf(layer))
            names.push_back(entry);
    const auto tensors = filledTensors(names);
    auto backbone = model::Backbone::create(narrowBackbone(), tensors);
    auto head = model::ClassifierHead::create({{128}, {0}}, 96, 2, tensors);
    ASSERT_TRUE(backbone && head);
    backbone->to(torch::kCPU, torch::kFloat64);
    head->to(torch::kCPU, torch::kFloat64);
    auto trained = head->trainableTensors();
    if (trainable)
        for (const auto& tensor : backbone->trainableTensors())
            trained.push_back(tensor);
    Optimizer optimizer({{trained, 0.001}}, {});
    const torch::Tensor input = scaledImages(0, 8, 64, torch::kFloat64);
    const torch::Tensor labels = torch::tensor({0, 1, 0, 1, 0, 1, 0, 1}, torch::kInt64);
    for (std::size_t step = 0; step < 3; ++step) {
        const torch::Tensor maps =
            trainable ? backbone->forwardTraining(input, kerasMomentum) : backbone->forward(input);
        const torch::Tensor loss = crossEntropy(head->forward(model::globalAverage(maps)), labels);
        EXPECT_NEAR(loss.item<double>(), golden["loss_before_step"][step].get<double>(), 1e-7);
        optimizer.step(loss, 1);
    }
    auto after = backbone->tensors();
    after.merge(head->tensors());
    for (const auto& [name, stats] : golden["weights_after"].items()) {
        const double tolerance = 1e-6 * (1 + stats["abs_sum"].get<double>());
        EXPECT_NEAR(dotOf(after.at(name), stats["tag"]), stats["dot"].get<double>(), tolerance) << name;
    }
    const torch::Tensor softmax =
        torch::softmax(head->forward(model::globalAverage(backbone->forward(input))), 1);
    for (int i = 0; i < 8; ++i)
        EXPECT_NEAR(softmax[i][1].item<double>(),
                    golden["softmax_after_3_steps_inference_mode"][std::size_t(i)][1].get<double>(), 1e-6);
}

INSTANTIATE_TEST_SUITE_P(Base, NarrowNetTraining, ::testing::Bool(),
                         [](const auto& base) { return base.param ? "trainable" : "frozen"; });

} // namespace
} // namespace pleurascope::training
