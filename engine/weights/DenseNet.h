// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/LayerGraph.h"

namespace pleurascope::weights {

/// The layers of keras.applications' DenseNet without a top (keras/src/applications/densenet.py) in Keras'
/// order, with Keras 3's names: 427 for DenseNet121. `filters` of the description are each stage's growth
/// rate. The cut is left aside.
[[nodiscard]] std::vector<Layer> denseNetLayers(const BackboneDescription& description);

} // namespace pleurascope::weights
