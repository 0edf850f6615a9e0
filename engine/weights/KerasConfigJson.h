// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasModelConfig.h"

#include <string>

namespace pleurascope::weights {

enum class KerasDialect : std::uint8_t {
    keras3,
    legacy
}; ///< `config.json`; the attribute `model_config` of a `.h5`

/// A model that kerasModelOf made, as Keras 3.10 serializes a Functional model
/// (keras.src.saving.serialization_lib, and keras.src.legacy.saving.serialization for the legacy dialect).
/// Keras' own defaults stand for what training wants: initializers, no regularizers.
[[nodiscard]] std::string kerasConfigJson(const KerasModelConfig& model, int inputSize, KerasDialect dialect);

} // namespace pleurascope::weights
