// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"
#include "engine/training/TrainingConfig.h"

namespace pleurascope::training {

/// The films of a configuration: of its table, or of its folder, which is listed as Keras lists it where
/// Keras' split deals it out. Keras would go on where a class has no film at all; here it is named. Errors:
/// those of data::datasetFromCsv and datasetFromFolder, emptyClass of the latter for either listing.
[[nodiscard]] core::Result<data::Dataset> datasetOf(const TrainingConfig& config);

} // namespace pleurascope::training
