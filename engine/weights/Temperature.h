// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/ModelFile.h"

#include <span>

namespace pleurascope::weights {

/// z_positive - logsumexp(the others) of one film's logits, each divided by `temperature` (Guo et al. 2017):
/// the logit of the positive class's softmax.
[[nodiscard]] double positiveMargin(std::span<const double> logits, int positive, double temperature = 1);
/// Softmax of the positive class at a temperature, 0..1.
[[nodiscard]] double positiveProbability(std::span<const double> logits, int positive,
                                         double temperature = 1);

/// The same model for formats that know no temperature: the last Dense layer's kernel and bias divided by it,
/// so that a plain softmax gives the calibrated probability. Logits are then scaled too.
[[nodiscard]] ModelContents withTemperatureFolded(ModelContents model);

} // namespace pleurascope::weights
