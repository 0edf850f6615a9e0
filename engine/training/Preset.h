// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/TrainingConfig.h"

#include <string_view>
#include <vector>

namespace pleurascope::training {

/// `notebook`, `notebook-clean`, `default`.
[[nodiscard]] const std::vector<std::string_view>& presetNames();

/// Sets all that a preset has a say in; data, weights, output and device stay. Errors: invalidArgument,
/// naming the presets that there are.
[[nodiscard]] core::Result<void> applyPreset(std::string_view name, TrainingConfig& config);

} // namespace pleurascope::training
