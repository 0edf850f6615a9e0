// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/CrossValidation.h"
#include "engine/training/SearchSpace.h"

namespace pleurascope::training {

enum class SearchMethod : std::uint8_t {
    random, ///< candidates drawn without repetition (Bergstra and Bengio 2012)
    grid    ///< the first ones, in the space's order
};

struct SearchConfig {
    TrainingConfig run; ///< what the space does not name; `output` is the folder of all trials
    SearchSpace space = SearchSpace::standard();
    SearchMethod method = SearchMethod::random;
    int trials = 12;
    double test = 0.2; ///< share of films that are set apart before anything is tried
    int folds = 0; ///< a trial's score is that of so many folds; 0: the best epoch's on its validation part
};

/// One candidate, tried.
struct Trial {
    int number = 0;     ///< from 1
    std::string values; ///< JSON object
    double score = 0;   ///< AUC on films that were searched with
    std::string model;  ///< empty where folds were scored
    double seconds = 0;
    std::optional<core::Error>
        error; ///< diverged or outOfMemory: the candidate is no good, the search goes on
};

struct SearchResult {
    core::Outcome outcome = core::Outcome::finished;
    std::vector<Trial> trials;
    Trial best;
    std::string model; ///< of the best candidate, as it was tested
    Evaluation test;   ///< of that model alone, on films that no trial was given
    double seconds = 0;
};

/// Told by a search beside what each of its runs tells.
class SearchObserver : public CrossValidationObserver {
public:
    virtual void trialFinished(const Trial&, int /*trials*/) {}
};

/// Tries candidates on one part of the films and measures the best of them, once, on the other. The test part
/// is set apart first, by patient and look group; trials are given a table without it. Leaves DIR/search.csv
/// and DIR/test.csv (films), DIR/trial-k (a run, or a cross-validation), DIR/chosen (the run on all films of
/// the search, where folds were scored) and DIR/test-scores.csv. Begun again with the same configuration it
/// goes on where it was broken off. Stopping is an outcome. Errors: those of filmsOf, data::splitDataset,
/// SearchSpace, ExperimentFolder and the runs.
[[nodiscard]] core::Result<SearchResult>
searchHyperparameters(const SearchConfig& config, const RunFunctions& functions, intake::FilmReader& reader,
                      SearchObserver& observer, std::stop_token stop);

/// {"trial":1,"values":{..},"score":..,"model":..,"seconds":..}; with "error" and no score where it failed.
[[nodiscard]] std::string trialJson(const Trial& trial);
/// {"trials":12,"best_trial":3,"values":{..},"score":..,"model":..,"n":..,"positives":..,"auc":..,"auc_low":..,
/// "auc_high":..,"seconds":..}; the last five but one are of the test part.
[[nodiscard]] std::string searchJson(const SearchResult& result);

} // namespace pleurascope::training
