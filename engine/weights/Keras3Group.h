// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasModelConfig.h"
#include "engine/weights/LegacyKerasGroup.h"

namespace pleurascope::weights {

/// Reads the layout of Keras 3's `.weights.h5` (keras.src.saving.saving_lib): below `layers` a group a layer,
/// named by its class in snake case and a running number ("conv2d_7"), nested models in `layers` groups of
/// their own; in `vars` the datasets 0, 1, ... in the order of the layer's variables. The attribute `name` of
/// `vars` tells the layer's name; files without it are matched in order, class by class, with the layers of
/// `config`, or else with those of keras.applications' ResNet V2. Optimizer and seed generators are left
/// aside; variables of a class that is not known here are named by their number ("lstm/0"). Errors: damaged,
/// unsupportedFormat, limitExceeded. Call it with the HDF5 library locked.
[[nodiscard]] core::Result<StoredTensors> readKeras3Group(hid_t root, const KerasModelConfig* config);

/// "BatchNormalization" -> "batch_normalization", "Conv2D" -> "conv2d"
/// (keras.src.utils.naming.to_snake_case).
[[nodiscard]] std::string snakeCase(const std::string& className);

} // namespace pleurascope::weights
