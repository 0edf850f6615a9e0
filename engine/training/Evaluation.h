// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"

#include <filesystem>
#include <string>

namespace pleurascope::training {

struct EvaluationConfig {
    std::filesystem::path model;
    std::filesystem::path data;
    std::filesystem::path labels; ///< empty: one folder a class
};

/// A model on labelled films, at the model's threshold. Interval: DeLong, DeLong and Clarke-Pearson 1988,
/// 95%.
struct Evaluation {
    int n = 0;
    int positives = 0;
    double auc = 0, aucLow = 0, aucHigh = 0;
    double accuracy = 0, precision = 0, recall = 0, sensitivity = 0, specificity = 0;
    double threshold = 0;
    int tp = 0, fp = 0, tn = 0, fn = 0;
};

} // namespace pleurascope::training
