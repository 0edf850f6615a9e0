// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasModelConfig.h"
#include "engine/weights/Tensor.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace pleurascope::weights {

/// What a Keras file holds: named tensors, and the model's configuration where it is a model and not weights
/// alone.
struct KerasFile {
    TensorMap tensors;
    std::vector<std::string> layers; ///< those with tensors, in the file's order
    std::optional<KerasModelConfig> config;
    std::string configText; ///< the JSON that `config` was read from; empty without one
};

/// Reads a Keras file: in this process, or somewhere that may die over a damaged one (intake::FilmReader).
/// Errors name the file.
using KerasFileSource = std::function<core::Result<KerasFile>(const std::filesystem::path& path)>;

/// Reads every layout that Keras 2 and 3 write, told apart by content:
/// - legacy `.h5` weights and models (keras.src.legacy.saving.legacy_h5_format): see LegacyKerasGroup.h;
/// - Keras 3 `.weights.h5` (keras.src.saving.saving_lib): see Keras3Group.h;
/// - Keras 3 `.keras`: a ZIP, entries stored, of `config.json` and `model.weights.h5`, which is read in
/// memory. Optimizer state is left aside. Values are brought to float32. Errors: truncated, damaged,
/// unsupportedFormat, limitExceeded. Blocks other threads that read HDF5 meanwhile: Debian's library is not
/// thread-safe. Opens no file. HDF5 1.10 may hang or crash over damaged bytes: what comes from outside is
/// read in a process that may end.
[[nodiscard]] core::Result<KerasFile> kerasFileFromBytes(std::span<const std::byte> bytes);

/// The same of a file, in this process. Errors: fileNotFound, fileUnreadable, and those above, all with the
/// file.
[[nodiscard]] core::Result<KerasFile> readKerasFile(const std::filesystem::path& path);

} // namespace pleurascope::weights
