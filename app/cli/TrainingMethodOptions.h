// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/TrainingOptions.h"

namespace pleurascope::cli {

/// Optimizer, schedule, loss, balance of classes, early end.
void addOptimizationOptions(CLI::App& command, TrainingOptions& options);
/// Copies and mirror images of training films.
void addAugmentationOptions(CLI::App& command, TrainingOptions& options);

} // namespace pleurascope::cli
