// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/Tensor.h"

#include <filesystem>

namespace pleurascope::weights {

/// Reads a Keras weight file in the legacy HDF5 layout (keras.src.legacy.saving.legacy_h5_format): a root, or
/// a group `model_weights`, with the attribute `layer_names`; in each layer's group `weight_names` (fixed- or
/// variable-length strings, split into `weight_names0`, ... when long) and the datasets they name. Tensors
/// are named by the last two parts, "layer/variable", without ":0", whatever the order in the file. Values
/// are brought to float32. Errors: fileNotFound, fileUnreadable, damaged (not HDF5, or HDF5 that breaks off),
/// unsupportedFormat (a Keras 3 file, or no weights at all; a tensor that is not of real numbers),
/// limitExceeded. Blocks other threads that read HDF5 meanwhile: Debian's library is not thread-safe.
[[nodiscard]] core::Result<TensorMap> readKerasWeights(const std::filesystem::path& path);

} // namespace pleurascope::weights
