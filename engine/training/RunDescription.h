// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/RunData.h"
#include "engine/training/RunRecords.h"
#include "engine/weights/ModelDescription.h"

namespace pleurascope::training {

/// The model that a run makes, as far as it is known; the backbone is the configured one.
[[nodiscard]] weights::ModelDescription describeModel(const TrainingConfig& config, const RunData& data,
                                                      const RunFacts& facts, const EpochRecord& best);

} // namespace pleurascope::training
