// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Calibration.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace pleurascope::training {
namespace {

/// Films whose labels truly follow softmax(z), and a network that says `exaggeration` times z.
LabelledLogits drawnLogits(int count, double exaggeration, int classes = 2) {
    std::mt19937 generator(7);
    std::normal_distribution<double> normal(0, 1.5);
    std::uniform_real_distribution<double> uniform;
    LabelledLogits films{classes, {}, {}};
    for (int i = 0; i < count; ++i) {
        std::vector<double> z(static_cast<std::size_t>(classes)), e;
        double sum = 0;
        for (double& value : z) {
            value = normal(generator);
            e.push_back(std::exp(value));
            sum += e.back();
            films.logits.push_back(value * exaggeration);
        }
        double rest = uniform(generator) * sum;
        int label = 0;
        while (label + 1 < classes && (rest -= e[static_cast<std::size_t>(label)]) > 0)
            ++label;
        films.labels.push_back(label);
    }
    return films;
}

TEST(FitTemperature, FindsHowMuchTheNetworkExaggerates) {
    EXPECT_NEAR(*fitTemperature(drawnLogits(20000, 3)), 3, 0.1);
    EXPECT_NEAR(*fitTemperature(drawnLogits(20000, 0.5)), 0.5, 0.02);
    EXPECT_NEAR(*fitTemperature(drawnLogits(20000, 2, 4)), 2, 0.06);
}

TEST(FitTemperature, ScalesWithTheLogits) {
    const double once = *fitTemperature(drawnLogits(300, 1));
    EXPECT_NEAR(*fitTemperature(drawnLogits(300, 5)), 5 * once, 1e-9);
}

TEST(FitTemperature, IsTheLikeliest) {
    const auto films = drawnLogits(200, 2.5);
    const double best = *fitTemperature(films);
    const double least = negativeLogLikelihood(films, best);
    EXPECT_LT(least, negativeLogLikelihood(films, 1));
    for (const double factor : {0.99, 1.01})
        EXPECT_LT(least, negativeLogLikelihood(films, best * factor));
}

TEST(FitTemperature, WorkedByHandOnTwoMargins) {
    // Margin 2, right three times of four: sigmoid(2 / T) = 3/4, so T = 2 / ln 3.
    const LabelledLogits films{2, {0, 2, 0, 2, 0, 2, 0, 2}, {1, 1, 1, 0}};
    EXPECT_NEAR(*fitTemperature(films), 2 / std::log(3.0), 1e-9);
    EXPECT_NEAR(negativeLogLikelihood(films, 2 / std::log(3.0)),
                -0.75 * std::log(0.75) - 0.25 * std::log(0.25), 1e-12);
}

TEST(FitTemperature, SaysNothingWhereFilmsSayNothing) {
    EXPECT_FALSE(fitTemperature({2, {0, 2, 2, 0}, {1, 0}}));                   // without a fault
    EXPECT_FALSE(fitTemperature({2, {0, 2, 2, 0}, {0, 1}}));                   // all wrong
    EXPECT_FALSE(fitTemperature({2, {1, 1, 1, 1}, {0, 1}}));                   // no opinion
    EXPECT_FALSE(fitTemperature({2, {0, 1e-3, 0, 1e-3, 0, 1e-3}, {1, 1, 0}})); // 1/694 would be best
    EXPECT_FALSE(fitTemperature({2, {}, {}}));
}

TEST(YoudenThreshold, StandsBetweenTheScoresItParts) {
    const std::vector<double> scores{0.1, 0.4, 0.35, 0.8};
    EXPECT_DOUBLE_EQ(youdenThreshold(scores, {false, false, true, true}), 0.225);
    EXPECT_DOUBLE_EQ(youdenThreshold(scores, {false, false, false, true}), 0.6);
    EXPECT_DOUBLE_EQ(youdenThreshold(scores, {false, false, false, false}), 0.5);
}

TEST(YoudenThreshold, OfEqualOnesTheMoreSensitiveCounts) {
    // Between 0.1 and 0.2 and between 0.3 and 0.4 are worth the same.
    EXPECT_DOUBLE_EQ(youdenThreshold(std::vector{0.1, 0.2, 0.3, 0.4}, {false, true, false, true}), 0.15);
}

TEST(YoudenThreshold, CallsEverythingWhereNothingIsWorthMore) {
    EXPECT_DOUBLE_EQ(youdenThreshold(std::vector{0.9, 0.2}, {false, true}), 0.2);
}

TEST(Calibration, TellsTheModelWhatWasFittedAndOnHowMany) {
    const auto films = drawnLogits(400, 3);
    const auto calibration = calibrationFrom(films, 1);
    weights::ModelDescription model;
    model.provenance.metrics = {{"val_auc", 0.9}};
    calibration.applyTo(model);
    EXPECT_TRUE(model.isCalibrated());
    EXPECT_EQ(model.calibratedOn, 400);
    EXPECT_DOUBLE_EQ(model.temperature, *fitTemperature(films));
    EXPECT_EQ(model.thresholdRule, "youden");
    EXPECT_EQ(model.provenance.metrics.at("val_auc"), 0.9);
    for (const char* name : {"val_average_precision", "val_brier", "val_ece"})
        EXPECT_TRUE(model.provenance.metrics.contains(name)) << name;
}

TEST(Calibration, WithoutBothKindsOfFilmsNothingChanges) {
    const auto calibration = calibrationFrom({2, {0, 1, 0, 2}, {1, 1}}, 1);
    EXPECT_EQ(calibration.films, 0);
    EXPECT_EQ(calibration.threshold, 0.5);
    EXPECT_EQ(calibration.thresholdRule, "default");
}

TEST(Calibration, ALogitThatIsNoNumberReachesNoModel) {
    for (const double odd : {std::nan(""), HUGE_VAL}) {
        weights::ModelDescription model;
        calibrationFrom({2, {0, odd, 1, 0, 0, 1}, {1, 0, 1}}, 1).applyTo(model);
        EXPECT_EQ(model.temperature, 1);
        EXPECT_EQ(model.threshold, 0.5);
        EXPECT_FALSE(model.isCalibrated());
    }
}

TEST(Calibration, FilmsWithoutAFaultGiveAThresholdAndNoTemperature) {
    const auto calibration = calibrationFrom({2, {0, 4, 1, 0}, {1, 0}}, 1);
    EXPECT_EQ(calibration.films, 0);
    EXPECT_EQ(calibration.temperature, 1);
    EXPECT_EQ(calibration.thresholdRule, "youden");
}

} // namespace
} // namespace pleurascope::training
