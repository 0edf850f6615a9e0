// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasModelConfig.h"

#include <cstdint>
#include <utility>

namespace pleurascope::weights {

/// Shapes without the batch: (H, W, C) for maps, (C) for vectors.
using KerasShape = std::vector<std::int64_t>;

/// The output shape of each layer of a model as kerasModelOf and kerasLayersOf make it, for a square
/// input of `inputSize`.
[[nodiscard]] std::vector<KerasShape> kerasOutputShapes(const std::vector<KerasLayer>& layers, int inputSize);

/// Names ("conv1_conv/kernel") and shapes of a layer's variables, in Keras' order; `input` is the shape that
/// it reads.
[[nodiscard]] std::vector<std::pair<std::string, KerasShape>> kerasVariables(const KerasLayer& layer,
                                                                             const KerasShape& input);

/// The same for all layers.
[[nodiscard]] std::vector<std::pair<std::string, KerasShape>>
kerasVariables(const std::vector<KerasLayer>& layers);

} // namespace pleurascope::weights
