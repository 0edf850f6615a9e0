// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/ModelDescription.h"
#include "engine/weights/Tensor.h"

namespace pleurascope::weights {

/// The backbone that a weight file is of: family, stem, filters and blocks from its tensors' names and
/// shapes. What the file does not hold (a stage that is cut off, a missing block) stays as in `otherwise`:
/// ResNet V2's last blocks have a stride, which must not move because later ones are missing. The cut stays
/// too, but the last layer of another family becomes that of this one.
[[nodiscard]] BackboneDescription backboneShape(const TensorMap& tensors,
                                                const BackboneDescription& otherwise);

/// The last layer on the way to `description`'s cut, a sum or a relu, that a weight file which ends early can
/// feed: all layers that it depends on have their tensors. The cut itself where nothing is missing. Errors:
/// unknownLayer (the cut), missingTensor (of the first layers).
[[nodiscard]] core::Result<std::string> deepestCompleteCut(const BackboneDescription& description,
                                                           const TensorMap& tensors);

} // namespace pleurascope::weights
