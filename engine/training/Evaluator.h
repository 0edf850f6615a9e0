// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"
#include "engine/inference/Predictor.h"
#include "engine/intake/FilmReader.h"
#include "engine/training/Evaluation.h"

#include <stop_token>

namespace pleurascope::training {

/// The measures of probabilities, one a film of `dataset`, whose labels are classes of `model`.
[[nodiscard]] Evaluation evaluationOf(const data::Dataset& dataset, const std::vector<double>& probabilities,
                                      const weights::ModelDescription& model);

/// A predictor on labelled films; what LearningModule::evaluate does. Labels must be classes of the model.
/// Stopping is an error here (invalidArgument "stopped"): half an evaluation says nothing.
[[nodiscard]] core::Result<Evaluation>
runEvaluation(inference::Predictor& predictor, const EvaluationConfig& config, intake::FilmReader& reader,
              const core::ProgressObserver& progress, std::stop_token stop);

} // namespace pleurascope::training
