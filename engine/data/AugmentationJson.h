// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/AugmentationRecipe.h"

namespace pleurascope::data {

/// {"format":1,"swap_sides":false,"steps":[{"operation":"rotate","probability":0.7,"max_left_rotation":10,
/// "max_right_rotation":10}]}: Augmentor's names of calls and parameters, on one line, the same text for the
/// same recipe.
[[nodiscard]] std::string toJson(const AugmentationRecipe& recipe);

/// Takes nothing on trust: every key must be there once and with its type, and no other key; then
/// checkRecipe(). Errors: damaged (names step and key), unsupportedFormat (a later format), invalidArgument
/// (a value out of its range).
[[nodiscard]] core::Result<AugmentationRecipe> augmentationRecipeFromJson(std::string_view text);

} // namespace pleurascope::data
