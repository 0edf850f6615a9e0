// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Temperature.h"

#include <cmath>
#include <gtest/gtest.h>

namespace pleurascope::weights {
namespace {

using Logits = std::vector<double>;

TEST(Temperature, DividesTheLogitsBeforeTheSoftmax) {
    EXPECT_DOUBLE_EQ(positiveMargin(Logits{-1, 3}, 1), 4);
    EXPECT_DOUBLE_EQ(positiveMargin(Logits{-1, 3}, 1, 2), 2);
    EXPECT_DOUBLE_EQ(positiveProbability(Logits{-1, 3}, 1, 2), 1 / (1 + std::exp(-2.0)));
    const double a = std::exp(0.5), b = std::exp(1.0), c = std::exp(-0.5);
    EXPECT_NEAR(positiveProbability(Logits{1, 2, -1}, 1, 2), b / (a + b + c), 1e-15);
}

TEST(Temperature, HugeLogitsStayFinite) {
    EXPECT_EQ(positiveProbability(Logits{900, -900}, 0), 1);
    EXPECT_EQ(positiveProbability(Logits{900, -900}, 1), 0);
    EXPECT_TRUE(std::isfinite(positiveMargin(Logits{1e5, 1e5, -1e5}, 2, 0.01)));
}

TEST(Temperature, FoldedIntoTheLastLayerAPlainSoftmaxIsCalibrated) {
    ModelContents model;
    model.description.head = {{1}, {0}};
    model.description.temperature = 4;
    model.description.calibratedOn = 10;
    model.tensors = {{"dense/kernel", {{1, 1}, {3}}},
                     {"dense/bias", {{1}, {1}}},
                     {"dense_1/kernel", {{1, 2}, {8, -2}}},
                     {"dense_1/bias", {{2}, {0, 4}}}};
    const ModelContents folded = withTemperatureFolded(model);
    EXPECT_EQ(folded.description.temperature, 1);
    EXPECT_TRUE(folded.description.isCalibrated());
    EXPECT_EQ(folded.tensors.at("dense_1/kernel").values, (std::vector<float>{2, -0.5F}));
    EXPECT_EQ(folded.tensors.at("dense_1/bias").values, (std::vector<float>{0, 1}));
    EXPECT_EQ(folded.tensors.at("dense/kernel").values, model.tensors.at("dense/kernel").values);
}

} // namespace
} // namespace pleurascope::weights
