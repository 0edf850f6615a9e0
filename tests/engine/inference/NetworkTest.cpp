// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/Network.h"

#include "engine/inference/Predictor.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pleurascope::inference {
namespace {

TEST(Prediction, OfTwoClassesIsTheDifferenceOfTheLogits) {
    const auto prediction = predictionFromLogits(torch::tensor({0.25, -1.0}, torch::kFloat64), 0);
    EXPECT_DOUBLE_EQ(prediction.logit, 1.25);
    EXPECT_DOUBLE_EQ(prediction.probability, 1 / (1 + std::exp(-1.25)));
}

TEST(Prediction, OfManyClassesIsTheSoftmaxOfThePositiveOne) {
    const auto logits = torch::tensor({2.0, -1.0, 0.5}, torch::kFloat64);
    EXPECT_NEAR(predictionFromLogits(logits, 2).probability, torch::softmax(logits, 0)[2].item<double>(),
                1e-15);
}

TEST(Prediction, StaysANumberAtTheExtremes) {
    const auto prediction = predictionFromLogits(torch::tensor({900.0, -900.0}, torch::kFloat64), 1);
    EXPECT_EQ(prediction.probability, 0);
    EXPECT_EQ(prediction.logit, -1800);
}

TEST(InputTensor, ScalesAndRepeatsGreyPlanes) {
    const imaging::InputPlanes grey{1, 1, {255.0F}};
    EXPECT_EQ(inputTensor({&grey, 1}, weights::Scaling::tf, torch::kCPU).flatten()[2].item<float>(), 1.0F);
    EXPECT_EQ(inputTensor({&grey, 1}, weights::Scaling::unit, torch::kCPU).sizes().vec(),
              (std::vector<std::int64_t>{1, 3, 1, 1}));
    const imaging::InputPlanes colour{1, 3, {0.0F, 127.5F, 255.0F}};
    const auto scaled = inputTensor({&colour, 1}, weights::Scaling::tf, torch::kCPU).flatten();
    EXPECT_EQ(scaled[0].item<float>(), -1.0F);
    EXPECT_EQ(scaled[1].item<float>(), 0.0F);
}

} // namespace
} // namespace pleurascope::inference
