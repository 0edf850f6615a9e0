// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasModelConfig.h"
#include "engine/weights/Tensor.h"

#include <filesystem>
#include <optional>

namespace pleurascope::weights {

/// What a Keras file holds: named tensors, and the model's configuration where it is a model and not weights
/// alone.
struct KerasFile {
    TensorMap tensors;
    std::vector<std::string> layers; ///< those with tensors, in the file's order
    std::optional<KerasModelConfig> config;
};

/// Reads every layout that Keras 2 and 3 write, told apart by content:
/// - legacy `.h5` weights and models (keras.src.legacy.saving.legacy_h5_format): see LegacyKerasGroup.h;
/// - Keras 3 `.weights.h5` (keras.src.saving.saving_lib): see Keras3Group.h;
/// - Keras 3 `.keras`: a ZIP, entries stored, of `config.json` and `model.weights.h5`, which is read in
/// memory. Optimizer state is left aside. Values are brought to float32. Errors: fileNotFound,
/// fileUnreadable, truncated, damaged, unsupportedFormat, limitExceeded, all with the file. Blocks other
/// threads that read HDF5 meanwhile: Debian's library is not thread-safe.
[[nodiscard]] core::Result<KerasFile> readKerasFile(const std::filesystem::path& path);

} // namespace pleurascope::weights
