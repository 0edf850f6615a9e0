// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/training/TrainingObserver.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace pleurascope::ui::train {

/// A run that stands in the runs folder, as its own files tell it.
struct FinishedRun {
    std::filesystem::path folder;
    std::string name;
    std::vector<training::EpochRecord> epochs;
    int bestEpoch = 0; ///< 0: none
    double bestValidationAuc = 0;
    int plannedEpochs = 0;
    std::filesystem::path model;  ///< empty where there is none
    bool isUnfinished = false;    ///< stopped or killed, and can be gone on with
    bool validationLeaks = false; ///< its validation figures say too much
};

/// `history.csv`: columns are told by their names in the first line, unknown ones are skipped; a last line
/// that was cut off (the run was killed while writing) is left out. Errors: invalidCsv (line).
[[nodiscard]] core::Result<std::vector<training::EpochRecord>> parseHistory(const std::string& text);

/// The run in `folder`. Errors: fileNotFound (no history), invalidCsv.
[[nodiscard]] core::Result<FinishedRun> readRun(const std::filesystem::path& folder);

/// All runs below `runsFolder`, newest first; folders that hold no readable run are left out.
[[nodiscard]] std::vector<FinishedRun> readRuns(const std::filesystem::path& runsFolder,
                                                std::stop_token stop = {});

/// "run-N" for the next N that is free.
[[nodiscard]] std::filesystem::path nextRunFolder(const std::filesystem::path& runsFolder);

} // namespace pleurascope::ui::train
