// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/ModelDescription.h"

#include <optional>
#include <span>
#include <vector>

namespace pleurascope::training {

/// A network's raw word on labelled films: `logits` is row-major (N, classes), `labels` are class indices.
struct LabelledLogits {
    int classes = 2;
    std::vector<double> logits;
    std::vector<int> labels;

    [[nodiscard]] std::size_t count() const { return labels.size(); }
    [[nodiscard]] std::span<const double> row(std::size_t film) const {
        const auto width = static_cast<std::size_t>(classes);
        return std::span(logits).subspan(film * width, width);
    }
};

/// Mean negative log-likelihood of the labels under softmax(logits / temperature).
[[nodiscard]] double negativeLogLikelihood(const LabelledLogits& films, double temperature);

/// The temperature that makes the labels likeliest (Guo et al. 2017, section 4.2), by Newton's method on its
/// inverse, in which the likelihood is convex. Nothing where no temperature of 0.05..20 is best: films that
/// the network tells apart without a fault, or no better than chance, say nothing about it.
[[nodiscard]] std::optional<double> fitTemperature(const LabelledLogits& films);

/// The threshold with the most sensitivity + specificity (Youden 1950), half-way between two scores; of
/// several the lowest, since a missed effusion is worse than a second look. 0.5 where a class is missing.
[[nodiscard]] double youdenThreshold(std::span<const double> probabilities,
                                     const std::vector<bool>& positive);

/// What validation films say about how to read a model's figures. Never made of films that measure the model
/// later.
struct Calibration {
    double temperature = 1;
    int films = 0; ///< that the temperature was fitted on; 0: none could be fitted
    double threshold = 0.5;
    std::string thresholdRule = "default";
    std::map<std::string, double>
        metrics; ///< val_average_precision, val_brier, val_ece, val_sensitivity, val_specificity

    /// Writes it into a model: temperature, threshold and the metrics beside those that stand there.
    void applyTo(weights::ModelDescription& model) const;
};

/// From the best epoch's validation logits. Without films of both kinds, or with a logit that is no
/// number, everything stays as it is.
[[nodiscard]] Calibration calibrationFrom(const LabelledLogits& films, int positiveClass);

} // namespace pleurascope::training
