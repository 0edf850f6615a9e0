// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "engine/training/TrainingConfig.h"

#include <functional>
#include <string>
#include <vector>

namespace pleurascope::cli {

/// What `train` and the commands that train many times (`crossvalidate`, `search`) let the user say of one
/// run. Options wait here until the preset has been applied, so that they win over it wherever they stand on
/// the command line.
struct TrainingOptions {
    training::TrainingConfig config; ///< what the options change; callers set output and the like here
    std::string preset;
    bool noFeatureCache = false;
    const CLI::Option* dropout = nullptr;
    std::vector<std::function<core::Result<void>(training::TrainingConfig&)>> said;
    /// What must hold of all that was said together.
    std::vector<std::function<core::Result<void>(const training::TrainingConfig&)>> checks;
};

/// Adds every option of a run but `--output` and `--json`, which mean something else to each command.
/// `options` must live as long as `command`.
void addTrainingOptions(CLI::App& command, TrainingOptions& options);

/// The configuration that the options say. Errors: invalidArgument (a list that is not of numbers, a preset
/// that there is not), and those of an augmentation file.
core::Result<training::TrainingConfig> trainingConfig(const TrainingOptions& options);

/// Where features are kept between runs; empty where the user wants none or there is no profile.
std::filesystem::path featureCacheOf(const TrainingOptions& options, const Context& context);

} // namespace pleurascope::cli
