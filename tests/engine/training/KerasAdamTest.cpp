// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/KerasAdam.h"
#include "engine/training/HeadLearner.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/NpyFile.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

#include <array>
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

const std::array names{"dense/kernel", "dense/bias", "dense_1/kernel", "dense_1/bias"};

/// The golden head, which has no dropout.
struct Head {
    torch::Tensor features, labels;
    std::vector<torch::Tensor> tensors; ///< as names

    Head(const nlohmann::json& golden, torch::ScalarType type)
        : features(torch::relu(filled("features", {32, 2048}, 1)).to(type))
        , labels(torch::tensor(golden["setup"]["labels"].get<std::vector<std::int64_t>>()))
        , tensors{filled("train/dense/kernel", {2048, 128}, glorot(2048 + 128)), torch::zeros({128}),
                  filled("train/dense_1/kernel", {128, 2}, glorot(128 + 2)), torch::zeros({2})} {
        for (auto& tensor : tensors)
            tensor = tensor.to(type).requires_grad_(true);
    }
    [[nodiscard]] torch::Tensor loss() const {
        const auto hidden = torch::relu(torch::addmm(tensors[1], features, tensors[0]));
        return crossEntropy(torch::addmm(tensors[3], hidden, tensors[2]), labels);
    }
};

/// The file may hold the first rows alone.
void expectNear(const torch::Tensor& ours, const std::string& file, double tolerance) {
    const auto golden = readNpy(sharedFile("golden/keras/f_training/" + file));
    const auto flat = ours.detach().to(torch::kFloat64).contiguous().view({-1});
    ASSERT_LE(golden.values.size(), static_cast<std::size_t>(flat.numel())) << file;
    for (std::size_t i = 0; i < golden.values.size(); ++i)
        ASSERT_NEAR(flat.data_ptr<double>()[i], golden.values[i], tolerance) << file << " " << i;
}

class KerasHeadTraining : public ::testing::TestWithParam<torch::ScalarType> {};

TEST_P(KerasHeadTraining, LossesAndWeightsAreThoseOfKerasOverTwentySteps) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/f_training/head_adam.json");
    const bool wide = GetParam() == torch::kFloat64;
    const auto golden = readJson(sharedFile("golden/keras/f_training/head_adam.json"));
    const auto& expected = golden[wide ? "float64" : "float32"];
    const Head head(golden, GetParam());
    KerasAdam adam(head.tensors);
    const double tolerance = wide ? 1e-9 : 5e-5;
    for (std::size_t step = 0; step < 20; ++step) {
        const torch::Tensor before = head.loss();
        EXPECT_NEAR(before.item<double>(), expected["loss_before_step"][step].get<double>(), tolerance);
        adam.step(torch::autograd::grad({before}, head.tensors), 0.001);
        EXPECT_NEAR(head.loss().item<double>(), expected["loss_after_step"][step].get<double>(), tolerance);
    }
    const std::string suffix = wide ? "_f64.npy" : "_f32.npy";
    const double ofWeights = wide ? 1e-9 : 1e-4;
    expectNear(head.tensors[0], wide ? "final_dense_kernel_rows0_63_f64.npy" : "final_dense_kernel_f32.npy",
               ofWeights);
    expectNear(head.tensors[1], "final_dense_bias" + suffix, ofWeights);
    expectNear(head.tensors[2], "final_dense_1_kernel" + suffix, ofWeights);
    expectNear(head.tensors[3], "final_dense_1_bias" + suffix, ofWeights);
}

TEST(KerasHeadGradients, AreThoseOfKerasInTheFirstStep) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/f_training/head_adam.json");
    const auto golden = readJson(sharedFile("golden/keras/f_training/head_adam.json"));
    const Head head(golden, torch::kFloat64);
    const auto gradients = torch::autograd::grad({head.loss()}, head.tensors);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& stats = golden["step1_gradients_float64"][names[i]];
        EXPECT_NEAR(gradients[i].sum().item<double>(), stats["sum"].get<double>(), 1e-10) << names[i];
        EXPECT_NEAR(gradients[i].square().sum().item<double>(), stats["sq_sum"].get<double>(), 1e-10)
            << names[i];
    }
    expectNear(gradients[1], "step1_grad_dense_bias_f64.npy", 1e-12);
    expectNear(gradients[2], "step1_grad_dense_1_kernel_f64.npy", 1e-12);
    expectNear(gradients[3], "step1_grad_dense_1_bias_f64.npy", 1e-12);
}

INSTANTIATE_TEST_SUITE_P(BothPrecisions, KerasHeadTraining,
                         ::testing::Values(torch::kFloat32, torch::kFloat64), [](const auto& precision) {
                             return precision.param == torch::kFloat64 ? "f64" : "f32";
                         });

} // namespace
} // namespace pleurascope::training
