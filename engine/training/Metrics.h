// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/Auc.h"
#include "engine/training/TrainingObserver.h"

#include <span>
#include <vector>

namespace pleurascope::training {

/// Predictions of one side: `probabilities` is row-major (N, classes), softmax; `labels` are class indices.
struct LabelledPredictions {
    int classes = 2;
    std::vector<int> labels;
    std::vector<float> probabilities;

    [[nodiscard]] std::size_t count() const { return labels.size(); }
    [[nodiscard]] float probability(std::size_t row, int column) const {
        return probabilities[row * static_cast<std::size_t>(classes) + static_cast<std::size_t>(column)];
    }
};

/// keras.metrics.AUC() on one-hot labels: all columns flattened, 200 buckets, interpolation 'interpolation',
/// summation by trapezes.
[[nodiscard]] double kerasAuc(const LabelledPredictions& predictions);

/// keras' 'accuracy' on one-hot labels: the largest column is the label's; of equal ones the first counts.
[[nodiscard]] double kerasAccuracy(const LabelledPredictions& predictions);

struct KerasPrecisionRecall {
    double precision = 0;
    double recall = 0;
};
/// keras.metrics.Precision() and Recall(): all columns flattened, positive where p > 0.5; 0 where undefined.
[[nodiscard]] KerasPrecisionRecall kerasPrecisionRecall(const LabelledPredictions& predictions);

struct ConfusionCounts {
    int tp = 0, fp = 0, tn = 0, fn = 0;
    [[nodiscard]] double accuracy() const;
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const; ///< sensitivity
    [[nodiscard]] double specificity() const;
};
/// Positive where score >= threshold.
[[nodiscard]] ConfusionCounts confusion(std::span<const double> scores, const std::vector<bool>& positive,
                                        double threshold);

/// Area under the precision-recall curve as a sum of steps, precision times the recall gained, without
/// interpolation (Davis and Goadrich 2006 tell why; sklearn.metrics.average_precision_score). Tied scores are
/// one step. 0 without a positive film.
[[nodiscard]] double averagePrecision(std::span<const double> scores, const std::vector<bool>& positive);

/// Mean squared distance of the positive class's probability from what is so (Brier 1950, of one column: 0 is
/// perfect, 0.25 says 0.5 to everything). 0 without films.
[[nodiscard]] double brierScore(std::span<const double> probabilities, const std::vector<bool>& positive);

/// Expected calibration error: 15 bins of equal width, the distance of mean probability and share of
/// positives in each, weighted by its films (Guo et al. 2017, equation 3). Bins are of the positive class's
/// probability, not of the confidence in whichever class leads as there: a bias towards one class cannot
/// cancel itself. 0 without films.
[[nodiscard]] double expectedCalibrationError(std::span<const double> probabilities,
                                              const std::vector<bool>& positive);

/// All of one side; `loss` is the mean that was accumulated elsewhere.
[[nodiscard]] SideMetrics sideMetrics(const LabelledPredictions& predictions, int positiveClass, double loss);

} // namespace pleurascope::training
