// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace pleurascope::weights {

/// A plain float32 tensor, C order.
struct Tensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// By Keras name, "conv1_conv/kernel" (no ":0"), in Keras layout: conv HWIO, dense (in, out). Ordered by
/// name.
using TensorMap = std::map<std::string, Tensor, std::less<>>;

[[nodiscard]] std::int64_t elementCount(const std::vector<std::int64_t>& shape);
/// `name` of the map, which must be of `shape`. Errors: missingTensor, shapeMismatch.
[[nodiscard]] core::Result<const Tensor*> findTensor(const TensorMap& tensors, const std::string& name,
                                                     const std::vector<std::int64_t>& shape);
/// "(3, 3, 64, 64)"
[[nodiscard]] std::string shapeText(const std::vector<std::int64_t>& shape);

} // namespace pleurascope::weights
