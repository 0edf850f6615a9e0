// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"
#include "engine/training/TrainingConfig.h"
#include "engine/training/TrainingObserver.h"

#include <stop_token>

namespace pleurascope::training {

/// One training run from dataset to model file; what LearningModule::train does. Blocks.
[[nodiscard]] core::Result<TrainingOutcome> runTraining(const TrainingConfig& config,
                                                        intake::FilmReader& reader,
                                                        TrainingObserver& observer, std::stop_token stop);

} // namespace pleurascope::training
