// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Split.h"

namespace pleurascope::data {

/// Keras' image_dataset_from_directory(validation_split, seed, shuffle=True): the list in its order is
/// shuffled, the last int(validation * count) are validated on (keras/src/utils/dataset_utils.py,
/// get_training_or_validation_split). Knows neither classes nor patients. Both sides ascending.
[[nodiscard]] Split kerasSplit(int count, double validation, std::uint32_t seed);

/// The same of a dataset. Errors: emptyClass where a side would lack a class, invalidArgument.
[[nodiscard]] core::Result<Split> kerasSplit(const Dataset& dataset, const SplitConfig& config);

} // namespace pleurascope::data
