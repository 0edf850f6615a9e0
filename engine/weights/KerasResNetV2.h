// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasModelConfig.h"
#include "engine/weights/ModelDescription.h"

#include <string_view>

namespace pleurascope::weights {

/// The layers of keras.applications' ResNet V2 without a top, as its configuration lists them: input layer
/// first, `post_relu` last, with every setting that bears on the result (keras/src/applications/resnet.py,
/// stack_residual_blocks_v2). The description's cut is left aside.
[[nodiscard]] std::vector<KerasLayer> kerasResNetV2Layers(const BackboneDescription& description);

/// The layers that `cut` depends on, in order, with `cut` last. Errors: unknownLayer.
[[nodiscard]] core::Result<std::vector<KerasLayer>> kerasLayersUpTo(const std::vector<KerasLayer>& layers,
                                                                    std::string_view cut);

/// A whole model: input, Rescaling, backbone up to its cut, global average pooling, head. Errors:
/// unknownLayer (the cut).
[[nodiscard]] core::Result<KerasModelConfig> kerasModelOf(const ModelDescription& description);

} // namespace pleurascope::weights
