// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Metrics.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

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
        EXPECT_NEAR(kerasPrecisionRecall(predictions).precision, expected["precision"].get<double>(), 1e-6);
        EXPECT_NEAR(kerasPrecisionRecall(predictions).recall, expected["recall"].get<double>(), 1e-6);
        EXPECT_NEAR(sideMetrics(predictions, 1, 0).auc,
                    expected["exact_roc_auc_class1_sklearn"].get<double>(), 1e-12);
        EXPECT_NEAR(sideMetrics(predictions, 0, 0).auc,
                    expected["exact_roc_auc_class0_sklearn"].get<double>(), 1e-12);
    }
}

INSTANTIATE_TEST_SUITE_P(Sets, KerasMetrics, ::testing::Values("A_mixed", "B_ties"));

TEST(ExactAuc, CountsTiesHalf) {
    EXPECT_DOUBLE_EQ(exactAuc(std::vector{0.1, 0.4, 0.35, 0.8}, {false, false, true, true}), 0.75);
    EXPECT_DOUBLE_EQ(exactAuc(std::vector{0.5, 0.5, 0.5}, {false, true, true}), 0.5);
    EXPECT_DOUBLE_EQ(exactAuc(std::vector{0.5, 0.7}, {true, true}), 0.0);
}

/// The variance of DeLong's paper written down plainly, pair by pair.
double plainDeLongError(const std::vector<double>& x, const std::vector<double>& y) {
    const auto psi = [](double a, double b) { return a > b ? 1.0 : a == b ? 0.5 : 0.0; };
    const auto variance = [](const std::vector<double>& v) {
        double mean = 0, sum = 0;
        for (const double value : v)
            mean += value / static_cast<double>(v.size());
        for (const double value : v)
            sum += (value - mean) * (value - mean);
        return sum / static_cast<double>(v.size() - 1);
    };
    std::vector<double> v10, v01;
    for (const double a : x) {
        double sum = 0;
        for (const double b : y)
            sum += psi(a, b) / static_cast<double>(y.size());
        v10.push_back(sum);
    }
    for (const double b : y) {
        double sum = 0;
        for (const double a : x)
            sum += psi(a, b) / static_cast<double>(x.size());
        v01.push_back(sum);
    }
    return std::sqrt(variance(v10) / static_cast<double>(x.size()) +
                     variance(v01) / static_cast<double>(y.size()));
}

TEST(DeLongInterval, HasTheVarianceOfThePaperAlsoWithTies) {
    std::mt19937 generator(3);
    std::vector<double> scores, positives, negatives;
    std::vector<bool> positive;
    for (int i = 0; i < 60; ++i) {
        positive.push_back(i % 3 == 0);
        scores.push_back(static_cast<double>(generator() % 10 + (positive.back() ? 3 : 0)));
        (positive.back() ? positives : negatives).push_back(scores.back());
    }
    const auto interval = deLongInterval(scores, positive);
    EXPECT_NEAR(interval.auc, exactAuc(scores, positive), 1e-15);
    EXPECT_NEAR((interval.high - interval.low) / 2,
                1.959963984540054 * plainDeLongError(positives, negatives), 1e-12);
}

TEST(Confusion, CountsAScoreAtTheThresholdAsPositive) {
    const auto counts = confusion(std::vector{0.5, 0.49, 0.5, 0.1}, {true, true, false, false}, 0.5);
    EXPECT_EQ(counts.tp, 1);
    EXPECT_EQ(counts.fn, 1);
    EXPECT_EQ(counts.fp, 1);
    EXPECT_EQ(counts.tn, 1);
    EXPECT_DOUBLE_EQ(counts.specificity(), 0.5);
}

} // namespace
} // namespace pleurascope::training
