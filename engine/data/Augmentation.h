// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/data/AugmentationRecipe.h"

#include <string_view>

namespace pleurascope::data {

/// A copy of a film by a recipe that checkRecipe() accepts. `image` is u8, (H, W, 1) or (H, W, 3), as
/// renderDefault() makes it; the size may change (right angles, expand). What is drawn depends on (seed,
/// film, copy) alone: any number of threads in any order makes the same bytes. `film` names the film, best by
/// its file's hash, so that a set that is moved or sorted anew gives the same copies.
[[nodiscard]] core::PixelBuffer augment(const core::PixelBuffer& image, const AugmentationRecipe& recipe,
                                        std::uint32_t seed, std::string_view film, std::uint32_t copy);

} // namespace pleurascope::data
