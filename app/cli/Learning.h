// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/learning/LearningModule.h"
#include "engine/training/Experiment.h"

namespace pleurascope::cli {

/// Opens the learning module, and warns on standard error where LibTorch got the slow BLAS.
[[nodiscard]] core::Result<learning::LearningModule*> openLearning();

/// The module as whoever trains an experiment's runs. All three must outlive the result.
[[nodiscard]] training::RunFunctions runFunctionsOf(learning::LearningModule& module,
                                                    intake::FilmReader& reader,
                                                    const core::ProgressObserver& progress);

} // namespace pleurascope::cli
