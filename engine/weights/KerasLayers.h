// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasModelConfig.h"
#include "engine/weights/LayerGraph.h"

namespace pleurascope::weights {

/// A graph's layers as Keras' configuration lists them, with every setting that bears on the result.
[[nodiscard]] std::vector<KerasLayer> kerasLayersOf(const std::vector<Layer>& layers);

/// A whole model: input, Rescaling, backbone up to its cut, global average pooling, head. Errors:
/// unknownLayer (the cut).
[[nodiscard]] core::Result<KerasModelConfig> kerasModelOf(const ModelDescription& description);

} // namespace pleurascope::weights
