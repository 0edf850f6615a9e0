// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pleurascope::training {

struct EvaluationConfig {
    std::filesystem::path model;
    std::filesystem::path data;
    std::filesystem::path labels; ///< empty: one folder a class
};

/// What a model says of one labelled film.
struct FilmScore {
    std::string path;       ///< as the dataset names it
    std::string label;      ///< class name
    double probability = 0; ///< of the positive class, calibrated where the model is
};

/// A model on labelled films, at the model's threshold and temperature. Intervals are of 95%: DeLong, DeLong
/// and Clarke-Pearson 1988, which takes films to be independent, and a bootstrap that draws whole patients.
struct Evaluation {
    int n = 0;
    int positives = 0;
    int patients = 0; ///< known ones, and one for each other film or group of look-alikes
    double auc = 0, aucLow = 0, aucHigh = 0;
    double aucBootstrapLow = 0, aucBootstrapHigh = 0;
    double averagePrecision = 0, brier = 0, ece = 0;
    double temperature = 1;
    double accuracy = 0, precision = 0, recall = 0, sensitivity = 0, specificity = 0;
    double threshold = 0;
    int tp = 0, fp = 0, tn = 0, fn = 0;
    /// As Keras counts, at 0.5 and over the columns of the class and of the rest (of the probabilities
    /// above).
    double kerasAuc = 0, kerasAccuracy = 0, kerasPrecision = 0, kerasRecall = 0;
    std::vector<FilmScore> films; ///< in the dataset's order
};

} // namespace pleurascope::training
