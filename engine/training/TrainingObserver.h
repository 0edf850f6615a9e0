// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"

#include <string>

namespace pleurascope::training {

/// Metrics of one side (training or validation) in one epoch. accuracy, precision, recall are of the positive
/// class at 0.5; auc is the exact area for the positive class; the keras ones are as Keras counts (both
/// columns; AUC in 200 buckets). A value that is not defined (no positive prediction: precision) is 0, as in
/// Keras.
struct SideMetrics {
    double loss = 0;
    double accuracy = 0;
    double auc = 0;
    double precision = 0;
    double recall = 0;
    double kerasAuc = 0;
    double kerasAccuracy = 0;
    double kerasPrecision = 0;
    double kerasRecall = 0;
};

struct EpochRecord {
    int epoch = 0; ///< from 1
    SideMetrics training;
    SideMetrics validation;
    double seconds = 0;           ///< since the run began
    bool validationLeaks = false; ///< the validation figures say too much
};

/// What is known of the data once it is read.
struct DatasetSummary {
    int trainingFilms = 0;
    int validationFilms = 0;
    int trainingPositives = 0;
    int validationPositives = 0;
    int unknownPatients = 0; ///< films without a patient id
    std::string device;
    std::string backboneWeights; ///< file name or "random"
    int trainingItems = 0;       ///< films with their copies and mirror images, in the first epoch
    int validationItems = 0;
    bool validationLeaks = false; ///< copies of training films are validated on: the notebook's fault
    std::string wantedCut;        ///< where the weights end before the cut that was asked for: that cut
    std::string cut;
};

/// What a finished (or stopped) run left.
struct TrainingOutcome {
    core::Outcome outcome = core::Outcome::finished;
    int epochs = 0;
    int bestEpoch = 0;
    double bestValidationAuc = 0;
    std::string model; ///< path of model.psmodel; empty if stopped before the first epoch
    double seconds = 0;
    bool validationLeaks = false; ///< what the best epoch says of itself is too much
    bool endedEarly = false;      ///< the validation AUC no longer rose (Optimization::earlyStopping)
};

/// Told by a run, on the run's thread. Implementations must be quick and must not throw.
class TrainingObserver {
public:
    virtual ~TrainingObserver() = default;
    virtual void dataRead(const DatasetSummary&) {}
    /// Stages in order: "films" (features of each film), "epochs" (batches of the head's training).
    virtual void advanced(const core::Progress&) {}
    virtual void epochFinished(const EpochRecord&) {}
    /// The device's memory did not hold a batch: from now on they are of `items`.
    virtual void batchReduced(int /*items*/) {}
};

} // namespace pleurascope::training
