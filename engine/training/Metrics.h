// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Exact area under the ROC curve (Mann-Whitney, ties count half). 0 where a class is missing.
[[nodiscard]] double exactAuc(std::span<const double> scores, const std::vector<bool>& positive);

struct AucInterval {
    double auc = 0;
    double low = 0;
    double high = 0;
};

/// AUC with its 95% interval (DeLong, DeLong and Clarke-Pearson 1988; mid-ranks as Sun and Xu 2014), cut to
/// 0..1.
[[nodiscard]] AucInterval deLongInterval(std::span<const double> scores, const std::vector<bool>& positive);

/// keras.metrics.AUC() on one-hot labels: all columns flattened, 200 buckets, interpolation 'interpolation',
/// summation by trapezes.
[[nodiscard]] double kerasAuc(const LabelledPredictions& predictions);

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

/// All of one side; `loss` is the mean that was accumulated elsewhere.
[[nodiscard]] SideMetrics sideMetrics(const LabelledPredictions& predictions, int positiveClass, double loss);

} // namespace pleurascope::training
