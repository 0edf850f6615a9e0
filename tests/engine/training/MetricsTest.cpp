// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Metrics.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::training {
namespace {

using testing::readJson;
using testing::sharedFile;

class KerasMetrics : public ::testing::TestWithParam<const char*> {};

TEST_P(KerasMetrics, AreThoseOfKerasAfterEveryBatch) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/e_metrics/metrics.json");
    const auto golden = readJson(sharedFile("golden/keras/e_metrics/metrics.json"))[GetParam()];
    LabelledPredictions predictions;
    for (std::size_t b = 0; b < golden["batches"].size(); ++b) {
        const auto& batch = golden["batches"][b];
        for (std::size_t i = 0; i < batch["labels"].size(); ++i) {
            predictions.labels.push_back(batch["labels"][i].get<int>());
            predictions.probabilities.push_back(batch["p0"][i].get<float>());
            predictions.probabilities.push_back(batch["p1"][i].get<float>());
        }
        const auto& expected = golden["cumulative_results_after_batch"][b];
        EXPECT_NEAR(kerasAuc(predictions), expected["auc"].get<double>(), 1e-6);
        EXPECT_NEAR(kerasAccuracy(predictions), expected["categorical_accuracy"].get<double>(), 1e-6);
        EXPECT_NEAR(kerasPrecisionRecall(predictions).precision, expected["precision"].get<double>(), 1e-6);
        EXPECT_NEAR(kerasPrecisionRecall(predictions).recall, expected["recall"].get<double>(), 1e-6);
        EXPECT_NEAR(sideMetrics(predictions, 1, 0).auc,
                    expected["exact_roc_auc_class1_sklearn"].get<double>(), 1e-12);
        EXPECT_NEAR(sideMetrics(predictions, 0, 0).auc,
                    expected["exact_roc_auc_class0_sklearn"].get<double>(), 1e-12);
    }
}

INSTANTIATE_TEST_SUITE_P(Sets, KerasMetrics, ::testing::Values("A_mixed", "B_ties"));

TEST(Confusion, CountsAScoreAtTheThresholdAsPositive) {
    const auto counts = confusion(std::vector{0.5, 0.49, 0.5, 0.1}, {true, true, false, false}, 0.5);
    EXPECT_EQ(counts.tp, 1);
    EXPECT_EQ(counts.fn, 1);
    EXPECT_EQ(counts.fp, 1);
    EXPECT_EQ(counts.tn, 1);
    EXPECT_DOUBLE_EQ(counts.specificity(), 0.5);
}

TEST(AveragePrecision, SumsStepsAndTakesTiesTogether) {
    // Ranked: positive (1/1), negative, positive (2/3): half of 1 and half of 2/3.
    EXPECT_DOUBLE_EQ(averagePrecision(std::vector{0.9, 0.8, 0.7, 0.1}, {true, false, true, false}),
                     0.5 + 0.5 * 2 / 3);
    EXPECT_DOUBLE_EQ(averagePrecision(std::vector{0.5, 0.5, 0.5, 0.5}, {true, false, false, false}), 0.25);
    EXPECT_DOUBLE_EQ(averagePrecision(std::vector{0.5, 0.7}, {false, false}), 0);
    EXPECT_DOUBLE_EQ(averagePrecision(std::vector{0.5, 0.7}, {true, true}), 1);
}

TEST(BrierScore, IsTheMeanSquaredDistance) {
    EXPECT_DOUBLE_EQ(brierScore(std::vector{0.8, 0.5, 0.0}, {true, false, false}), (0.04 + 0.25) / 3);
    EXPECT_DOUBLE_EQ(brierScore({}, {}), 0);
}

TEST(ExpectedCalibrationError, WeighsTheBinsByTheirFilms) {
    // Three films in the bin up to 14/15: mean 0.9, two of three positive. One film of 0.1 in the second bin.
    EXPECT_NEAR(expectedCalibrationError(std::vector{0.88, 0.9, 0.92, 0.1}, {true, true, false, false}),
                0.75 * (0.9 - 2.0 / 3) + 0.25 * 0.1, 1e-12);
    EXPECT_NEAR(expectedCalibrationError(std::vector{0.0, 1.0}, {false, true}), 0, 1e-12);
}

TEST(ExpectedCalibrationError, ABiasTowardsOneClassDoesNotCancel) {
    // Both bins say 0.1 too much; by the confidence in the leading class one would be over, the other under.
    std::vector<double> probabilities;
    std::vector<bool> positive;
    for (int i = 0; i < 20; ++i) {
        probabilities.push_back(i < 10 ? 0.9 : 0.1);
        positive.push_back(i < 8);
    }
    EXPECT_NEAR(expectedCalibrationError(probabilities, positive), 0.1, 1e-12);
}

} // namespace
} // namespace pleurascope::training
