// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/Tensor.h"

#include <torch/torch.h>

namespace pleurascope::model {

/// `name` from the map as a torch tensor of `shape` in Keras layout, float32 on the CPU; the memory is its
/// own. Errors: missingTensor, shapeMismatch.
[[nodiscard]] core::Result<torch::Tensor> toTorch(const weights::TensorMap& tensors, const std::string& name,
                                                  const std::vector<std::int64_t>& shape);
[[nodiscard]] weights::Tensor fromTorch(const torch::Tensor& tensor);

/// A c10 or standard exception of a torch call as an Error: outOfMemory where it says so, else internal.
[[nodiscard]] core::Error errorFromTorch(const std::exception& exception);

} // namespace pleurascope::model
