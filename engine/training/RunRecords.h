// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/Evaluation.h"
#include "engine/training/TrainingConfig.h"
#include "engine/training/TrainingObserver.h"

#include <string>

namespace pleurascope::training {

// A run as text. One JSON object a line, the same on standard output (`--json`) and in RUN/events.jsonl.

/// {"epoch":1,"loss":..,"val_loss":..,"accuracy":..,...}: every measure with its `val_` twin, and "seconds".
[[nodiscard]] std::string epochJson(const EpochRecord& record);
/// An epoch back from its line. Errors: damaged (another line, or a measure is missing).
[[nodiscard]] core::Result<EpochRecord> epochFromJson(const std::string& line);
/// {"done":true,"outcome":"finished","best_epoch":..,"val_auc":..,"model":..,"seconds":..}
[[nodiscard]] std::string doneJson(const TrainingOutcome& outcome);
/// n, positives, auc, auc_low, auc_high, accuracy, precision, recall, sensitivity, specificity, threshold,
/// tp, fp, tn, fn, average_precision, brier, ece, temperature, auc_bootstrap_low, auc_bootstrap_high,
/// patients.
[[nodiscard]] std::string evaluationJson(const Evaluation& evaluation);
/// A table `path,label,probability`, one line a film.
[[nodiscard]] std::string evaluationCsv(const Evaluation& evaluation);

/// The first line of history.csv, and one line an epoch; with a last column `validation_leaks` where it does.
[[nodiscard]] std::string historyHeader(bool validationLeaks = false);
[[nodiscard]] std::string historyLine(const EpochRecord& record);

/// What run.json says beside the configuration.
struct RunFacts {
    std::string created; ///< UTC, ISO 8601
    std::string program;
    std::string torch;
    std::string weightsSha256; ///< empty: random
    std::string labelsSha256;  ///< empty: folders
    std::string dataSha256;    ///< over paths, labels and file hashes; empty until the films have been read
    DatasetSummary summary;
};

/// Films and positives of both sides, and films without a patient; device and weights are left empty.
[[nodiscard]] DatasetSummary summaryOf(const data::Dataset& dataset, const data::Split& split);

/// run.json: configuration, hashes, versions: enough to start the same run again.
[[nodiscard]] std::string runJson(const TrainingConfig& config, const RunFacts& facts);
/// Hashes and creation time of a run.json; the rest is left empty. Errors: damaged.
[[nodiscard]] core::Result<RunFacts> factsFromRunJson(const std::string& text);
/// The configuration of a run.json, `output` left empty. What an older program did not write has its old
/// value. Errors: damaged (names the key).
[[nodiscard]] core::Result<TrainingConfig> configFromRunJson(const std::string& text);

/// Now, UTC, "2026-11-22T08:14:00Z".
[[nodiscard]] std::string timestamp();

} // namespace pleurascope::training
