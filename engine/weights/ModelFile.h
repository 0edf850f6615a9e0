// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/ModelDescription.h"
#include "engine/weights/Tensor.h"

#include <filesystem>

namespace pleurascope::weights {

/// A model in memory. Tensors are those of the backbone up to its cut and of the head (`dense`, `dense_1`,
/// ...).
struct ModelContents {
    ModelDescription description;
    TensorMap tensors;
};

/// A `.psmodel`: a ZIP, entries stored, of `model.json` and `weights.safetensors`. No code, no pickle.
/// Every size is checked before it is used. Errors: fileNotFound, truncated, badModelFile, limitExceeded.
[[nodiscard]] core::Result<ModelContents> readModelFile(const std::filesystem::path& path);
/// `model.json` alone, quick.
[[nodiscard]] core::Result<ModelDescription> readModelDescription(const std::filesystem::path& path);
/// Written aside and renamed. Errors: diskFull, writeFailed.
[[nodiscard]] core::Result<void> writeModelFile(const std::filesystem::path& path,
                                                const ModelContents& model);

} // namespace pleurascope::weights
