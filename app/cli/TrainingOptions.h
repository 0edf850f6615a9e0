// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/TrainingConfig.h"

#include <CLI/CLI.hpp>

#include <string>

namespace pleurascope::cli {

/// What `train` and the commands that train many times (`crossvalidate`, `search`) let the user say of one
/// run. The words that CLI11 cannot put straight into a TrainingConfig wait here as text until
/// `trainingConfig` reads them.
struct TrainingOptions {
    training::TrainingConfig config;
    std::string head = "512,128", dropout = "0.5,0.3", split = "patient", scaling = "tf", device = "auto";
};

/// Adds every option of a run but `--output` and `--json`, which mean something else to each command.
/// `options` must live as long as `command`.
void addTrainingOptions(CLI::App& command, TrainingOptions& options);

/// The configuration that the options say. Errors: invalidArgument for a list that is not of numbers.
core::Result<training::TrainingConfig> trainingConfig(const TrainingOptions& options);

} // namespace pleurascope::cli
