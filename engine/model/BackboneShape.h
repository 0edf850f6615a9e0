// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/ModelDescription.h"
#include "engine/weights/Tensor.h"

namespace pleurascope::model {

/// The family member that a weight file is of: stem, filters and (more) blocks from its tensors' names and
/// shapes. What the file does not hold (a stage that is cut off, a missing block) stays as in `otherwise`,
/// and so does the cut.
[[nodiscard]] weights::BackboneDescription backboneShape(const weights::TensorMap& tensors,
                                                         const weights::BackboneDescription& otherwise);

/// The last layer on the way to `description`'s cut, a sum or a relu, that a weight file which ends early can
/// feed: all layers that it depends on have their tensors. The cut itself where nothing is missing. Errors:
/// unknownLayer (the cut), missingTensor (of the first layers).
[[nodiscard]] core::Result<std::string> deepestCompleteCut(const weights::BackboneDescription& description,
                                                           const weights::TensorMap& tensors);

} // namespace pleurascope::model
