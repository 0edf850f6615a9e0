// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/ModelDescription.h"
#include "engine/weights/Tensor.h"

namespace pleurascope::model {

/// The family member that a weight file is of: stem, filters and (more) blocks from its tensors' names and
/// shapes. What the file does not hold (a stage that is cut off, a missing block) stays as in `otherwise`,
/// and so does the cut.
[[nodiscard]] weights::BackboneDescription backboneShape(const weights::TensorMap& tensors,
                                                         const weights::BackboneDescription& otherwise);

} // namespace pleurascope::model
