// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/training/Auc.h"
#include "engine/training/Evaluation.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pleurascope::training {

/// A table of scores, as evaluate, crossvalidate and search write them: the columns `path`, `label` and
/// `probability` wherever they stand, others ignored. Errors: fileNotFound, invalidCsv with the line (a
/// column that is missing, a probability that is none, a path named twice).
[[nodiscard]] core::Result<std::vector<FilmScore>> readScores(const std::filesystem::path& file);

/// Two recipes or models on the same films.
struct ScoreComparison {
    int n = 0;
    int positives = 0;
    AucDifference auc;
};

/// The paired test of two tables of the same films, in any order. `positive`: class name; empty:
/// data::positiveClass's rule. Errors: invalidArgument where a film stands in one table alone or under two
/// labels (names it), unknownLabel, emptyClass.
[[nodiscard]] core::Result<ScoreComparison> compareScores(const std::vector<FilmScore>& first,
                                                          const std::vector<FilmScore>& second,
                                                          const std::string& positive = {});

/// {"n":..,"positives":..,"auc_first":..,"auc_second":..,"difference":..,"difference_low":..,"difference_high":..,"p":..};
/// the difference is first - second.
[[nodiscard]] std::string comparisonJson(const ScoreComparison& comparison);

} // namespace pleurascope::training
