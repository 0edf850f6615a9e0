// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/LayerGraph.h"

namespace pleurascope::weights {

/// The layers of keras.applications' ResNet V2 without a top (keras/src/applications/resnet.py,
/// stack_residual_blocks_v2) in Keras' order, with Keras' names: 190 for ResNet50V2. The cut is left aside.
[[nodiscard]] std::vector<Layer> resNetV2Layers(const BackboneDescription& description);

} // namespace pleurascope::weights
