// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/Hdf5.h"

namespace pleurascope::weights {

constexpr std::int64_t maximalKerasElements = 400'000'000; ///< of all tensors of a file: 1.6 GB of float32

/// Tensors of one group of an HDF5 file, and the layers that they belong to in the file's order.
struct StoredTensors {
    TensorMap tensors;
    std::vector<std::string> layers;
};

/// Reads the legacy layout (keras.src.legacy.saving.legacy_h5_format): `root` has the attribute
/// `layer_names`; in each layer's group `weight_names` (fixed- or variable-length strings, split into
/// `weight_names0`, ... when long) and the datasets they name. Tensors are named by the last two parts,
/// "layer/variable", without ":0", whatever models they are nested in and whatever the order in the file.
/// Errors: damaged, unsupportedFormat, limitExceeded. Call it with the HDF5 library locked.
[[nodiscard]] core::Result<StoredTensors> readLegacyKerasGroup(hid_t root);

} // namespace pleurascope::weights
