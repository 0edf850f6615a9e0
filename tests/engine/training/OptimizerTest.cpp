// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Optimizer.h"
#include "engine/training/Objective.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pleurascope::training {
namespace {

TEST(Optimizer, DecaysKernelsByRateTimesDecayAndLeavesBiases) {
    Optimization adamw;
    adamw.optimizer = OptimizerKind::adamw;
    adamw.weightDecay = 0.5;
    const auto step = [](const Optimization& optimization) {
        std::vector<torch::Tensor> tensors{torch::full({2, 2}, 2.0), torch::full({2}, 2.0)};
        Optimizer optimizer({{tensors, 0.01}}, optimization);
        optimizer.step((tensors[0].sum() + tensors[1].sum()), 1);
        return tensors;
    };
    const auto plain = step({}), decayed = step(adamw);
    EXPECT_NEAR((plain[0] - decayed[0])[0][0].item<double>(), 2.0 * 0.01 * 0.5, 1e-6);
    EXPECT_TRUE(torch::equal(plain[1], decayed[1]));
}

TEST(Optimizer, ClipsAllGradientsTogetherByTheirNorm) {
    Optimization clipping;
    clipping.clipNorm = 5;
    std::vector<torch::Tensor> tensors{torch::zeros({1}), torch::zeros({1})};
    Optimizer optimizer({{tensors, 1}}, clipping);
    optimizer.step(tensors[0].sum() * 30 + tensors[1].sum() * 40, 1);
    const auto state = optimizer.state();
    EXPECT_NEAR(state.at("adam/first/0").values[0], 0.1 * 3, 1e-5);
    EXPECT_NEAR(state.at("adam/first/1").values[0], 0.1 * 4, 1e-5);
}

TEST(Optimizer, EachGroupHasItsOwnRateAndAllFollowTheFactor) {
    std::vector<torch::Tensor> fast{torch::zeros({1})}, slow{torch::zeros({1})};
    Optimizer optimizer({{fast, 0.1}, {slow, 0.001}}, {});
    optimizer.step(fast[0].sum() + slow[0].sum(), 0.5);
    EXPECT_NEAR(fast[0].item<double>(), -0.05, 1e-5);
    EXPECT_NEAR(slow[0].item<double>(), -0.0005, 1e-7);
}

TEST(Optimizer, GoesOnFromItsStateToTheBit) {
    const auto walk = [](Optimizer& optimizer, torch::Tensor& x, int steps) {
        for (int i = 0; i < steps; ++i)
            optimizer.step((x - 3).square().sum(), 1);
    };
    torch::Tensor whole = torch::zeros({4});
    Optimizer one({{{whole}, 0.1}}, {});
    walk(one, whole, 7);
    torch::Tensor half = torch::zeros({4});
    Optimizer two({{{half}, 0.1}}, {});
    walk(two, half, 3);
    torch::Tensor rest = half.detach().clone();
    Optimizer three({{{rest}, 0.1}}, {});
    ASSERT_TRUE(three.restore(two.state()));
    walk(three, rest, 4);
    EXPECT_TRUE(torch::equal(whole, rest));
}

TEST(Objective, WithoutExtrasIsTheCrossEntropy) {
    const auto logits = torch::tensor({{1.0F, -2.0F}, {0.5F, 0.25F}});
    const auto labels = torch::tensor({0, 1}, torch::kInt64);
    EXPECT_TRUE(torch::equal(Objective({}, {0, 1}, 2)(logits, labels), crossEntropy(logits, labels)));
}

TEST(Objective, SmoothsWeighsAndFocusesAsTheFormulasSay) {
    const auto logits = torch::tensor({{0.0F, std::log(3.0F)}}); // p = 1/4, 3/4
    const auto label = torch::tensor({1}, torch::kInt64);
    Optimization smoothing, weighing, focusing;
    smoothing.labelSmoothing = 0.2;
    weighing.classWeights = ClassWeights::balanced;
    focusing.loss = LossKind::focal;
    const auto value = [&](const Optimization& optimization) {
        return Objective(optimization, {0, 0, 0, 1}, 2)(logits, label).item<double>();
    };
    EXPECT_NEAR(value(smoothing), -(0.1 * std::log(0.25) + 0.9 * std::log(0.75)), 1e-6);
    EXPECT_NEAR(value(weighing), -2.0 * std::log(0.75), 1e-6);
    EXPECT_NEAR(value(focusing), -0.0625 * std::log(0.75), 1e-6);
}

} // namespace
} // namespace pleurascope::training
