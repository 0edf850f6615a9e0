// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/Auc.h"
#include "engine/training/Experiment.h"

namespace pleurascope::training {

struct CrossValidationConfig {
    TrainingConfig run; ///< of every fold; `output` is the folder of all of them
    int folds = 5;
};

/// A score that a model gave a film which it has never seen.
struct HeldOutScore {
    FilmScore film;
    int fold = 0; ///< from 1
    bool isPositive = false;
    bool hasKnownPatient = false;
};

/// What some films' scores say of the recipe. Interval: DeLong.
struct AreaOfFilms {
    int n = 0;
    int positives = 0;
    AucInterval auc;
};
[[nodiscard]] AreaOfFilms areaOf(const std::vector<HeldOutScore>& scores);

struct FoldResult {
    int fold = 0; ///< from 1
    AreaOfFilms heldOut;
    TrainingOutcome run;
    double seconds = 0; ///< training and measuring
};

/// The films out of fold, pooled; and apart those whose patients are known, which a split by patient truly
/// keeps apart.
struct CrossValidation {
    core::Outcome outcome = core::Outcome::finished;
    int folds = 0;
    std::vector<HeldOutScore> films; ///< in the dataset's order; empty where stopped
    AreaOfFilms all, knownPatients;
    double seconds = 0;
};

/// Told by a cross-validation beside what each of its runs tells.
class CrossValidationObserver : public TrainingObserver {
public:
    virtual void foldBegan(int /*fold*/, int /*folds*/) {}
    virtual void foldFinished(const FoldResult&) {}
};

/// K runs, each on all films but one fold's, by patient and look group (data::foldsOf), and that fold
/// measured with the run's model. A run is given a table without its fold: what is held out can neither
/// choose an epoch nor calibrate. Leaves DIR/fold-k (run folders), DIR/fold-k-training.csv,
/// DIR/fold-k-held-out.csv and DIR/oof.csv (path, fold, label, probability). Begun again with the same
/// configuration it goes on where it was broken off. Stopping is an outcome. Errors: those of filmsOf,
/// data::foldsOf, ExperimentFolder and the runs.
[[nodiscard]] core::Result<CrossValidation>
crossValidate(const CrossValidationConfig& config, const RunFunctions& functions, intake::FilmReader& reader,
              CrossValidationObserver& observer, std::stop_token stop);

/// {"fold":1,"n":..,"positives":..,"auc":..,"auc_low":..,"auc_high":..,"best_epoch":..,"val_auc":..,"model":..,
/// "seconds":..}
[[nodiscard]] std::string foldJson(const FoldResult& fold);
/// {"folds":5,"n":..,"positives":..,"auc":..,"auc_low":..,"auc_high":..,"known_patients":{"n":..,..},"seconds":..};
/// an area without films of both kinds is null.
[[nodiscard]] std::string crossValidationJson(const CrossValidation& result);

} // namespace pleurascope::training
