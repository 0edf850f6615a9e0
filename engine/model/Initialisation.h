// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/ModelDescription.h"
#include "engine/weights/Tensor.h"

namespace pleurascope::model {

/// Keras' initial values (weights::initialTensor). The same seed gives the same values on every machine.
/// Backbone up to its cut. Errors: unknownLayer.
[[nodiscard]] core::Result<weights::TensorMap>
initialBackbone(const weights::BackboneDescription& description, std::uint32_t seed);
[[nodiscard]] weights::TensorMap initialHead(const weights::HeadDescription& description, int features,
                                             int classes, std::uint32_t seed);

} // namespace pleurascope::model
