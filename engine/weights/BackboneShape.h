// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/ModelDescription.h"
#include "engine/weights/Tensor.h"

namespace pleurascope::weights {

/// The backbone that a weight file is of: family, stem, filters and blocks from its tensors' names and
/// shapes. What the file does not hold (a stage that is cut off, a missing block) stays as in `otherwise`:
/// ResNet V2's last blocks have a stride, which must not move because later ones are missing. The cut stays
/// too, unless the family is another one.
[[nodiscard]] BackboneDescription backboneShape(const TensorMap& tensors,
                                                const BackboneDescription& otherwise);

} // namespace pleurascope::weights
