// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/Tensor.h"

#include <filesystem>

namespace pleurascope::weights {

/// The tensors of a Keras file of any layout (see KerasFile.h), named "layer/variable", without what a model
/// file may say besides. Errors: those of readKerasFile.
[[nodiscard]] core::Result<TensorMap> readKerasWeights(const std::filesystem::path& path);

} // namespace pleurascope::weights
