// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::weights {

/// One layer of a Keras model as its configuration tells it.
struct KerasLayer {
    std::string name;
    std::string className; ///< "Conv2D"
    /// The config's entries as JSON text ("strides" -> "[2,2]"), but those that are objects (initializers,
    /// dtype policies). A batch norm's axis is counted from the front, an input's shape is always
    /// "batch_shape".
    std::map<std::string, std::string> settings;
    std::vector<int> inputs; ///< indices of earlier layers
};

/// What a Keras model consists of: Functional and Sequential models, nested or not, as one flat list of
/// layers in Keras' order. The input layers of nested models are left out, what follows them reads what the
/// nested model was given.
struct KerasModelConfig {
    std::string name;
    std::vector<KerasLayer> layers;
    int output = -1; ///< index of the layer whose output the model gives
};

/// Reads `config.json` of a `.keras` archive or the attribute `model_config` of a legacy `.h5`
/// (keras.src.models.functional and sequential, get_config of Keras 2 and 3). Errors: damaged;
/// unsupportedFormat for a model of another class, with several inputs or outputs, or with a layer that is
/// used more than once (named).
[[nodiscard]] core::Result<KerasModelConfig> kerasModelConfigFromJson(std::string_view text);

} // namespace pleurascope::weights
