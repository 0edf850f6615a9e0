// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/training/TrainingConfig.h"

#include <nlohmann/json.hpp>

namespace pleurascope::training {

/// The `config` of a run.json.
[[nodiscard]] nlohmann::ordered_json configJson(const TrainingConfig& config);
/// Keys that came with fine-tuning may be missing. Throws nlohmann::json::exception where an older key is
/// missing or of another type. Errors: those of the augmentation's recipe.
[[nodiscard]] core::Result<TrainingConfig> configFromJson(const nlohmann::ordered_json& j);

} // namespace pleurascope::training
