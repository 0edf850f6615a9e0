// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/KerasAdam.h"
#include "engine/training/HeadLearner.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/NpyFile.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pleurascope::training {
namespace {

using namespace pleurascope::testing;

torch::Tensor filled(const std::string& name, std::vector<std::int64_t> shape, float factor) {
    torch::Tensor tensor = torch::empty(shape, torch::kFloat32);
    for (std::int64_t i = 0; i < tensor.numel(); ++i)
        tensor.data_ptr<float>()[i] = s11(fnv1a32(name), static_cast<std::uint32_t>(i)) * factor;
    return tensor;
}

float glorot(double fans) {
    return static_cast<float>(std::sqrt(6.0 / fans));
}

class KerasHeadTraining : public ::testing::TestWithParam<torch::ScalarType> {};

TEST_P(KerasHeadTraining, LossesAndWeightsAreThoseOfKerasOverTwentySteps) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/f_training/head_adam.json");
    const auto type = GetParam();
    const bool wide = type == torch::kFloat64;
    const auto golden = readJson(sharedFile("golden/keras/f_training/head_adam.json"));
    const auto& expected = golden[wide ? "float64" : "float32"];
    const auto labels = torch::tensor(golden["setup"]["labels"].get<std::vector<std::int64_t>>());
    const torch::Tensor features = torch::relu(filled("features", {32, 2048}, 1)).to(type);
    std::vector<torch::Tensor> tensors{
        filled("train/dense/kernel", {2048, 128}, glorot(2048 + 128)), torch::zeros({128}),
        filled("train/dense_1/kernel", {128, 2}, glorot(128 + 2)), torch::zeros({2})};
    for (auto& tensor : tensors)
        tensor = tensor.to(type).requires_grad_(true);
    const auto loss = [&] {
        const auto hidden = torch::relu(torch::addmm(tensors[1], features, tensors[0]));
        return crossEntropy(torch::addmm(tensors[3], hidden, tensors[2]), labels);
    };
    KerasAdam adam(tensors);
    const double tolerance = wide ? 1e-9 : 5e-5;
    for (int step = 0; step < 20; ++step) {
        const torch::Tensor before = loss();
        EXPECT_NEAR(before.item<double>(),
                    expected["loss_before_step"][static_cast<std::size_t>(step)].get<double>(), tolerance);
        adam.step(torch::autograd::grad({before}, tensors), 0.001);
        EXPECT_NEAR(loss().item<double>(),
                    expected["loss_after_step"][static_cast<std::size_t>(step)].get<double>(), tolerance);
    }
    const std::string suffix = wide ? "_f64.npy" : "_f32.npy";
    const auto last = readNpy(sharedFile("golden/keras/f_training/final_dense_1_kernel" + suffix));
    for (std::int64_t i = 0; i < tensors[2].numel(); ++i)
        EXPECT_NEAR(tensors[2].detach().view({-1})[i].item<double>(),
                    last.values[static_cast<std::size_t>(i)], wide ? 1e-9 : 1e-4);
}

INSTANTIATE_TEST_SUITE_P(BothPrecisions, KerasHeadTraining,
                         ::testing::Values(torch::kFloat32, torch::kFloat64), [](const auto& precision) {
                             return precision.param == torch::kFloat64 ? "f64" : "f32";
                         });

} // namespace
} // namespace pleurascope::training
