// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/Tensor.h"

#include <string_view>
#include <utility>

namespace pleurascope::testing {

// The fill formula of ../shared/golden/keras/README.md: weights and images that C++ and Python make bit for
// bit alike.

[[nodiscard]] std::uint32_t fnv1a32(std::string_view text);
/// float in [-1, 1)
[[nodiscard]] float s11(std::uint32_t seed, std::uint32_t index);
/// The tensor `name` ("layer/variable") of a Keras shape.
[[nodiscard]] weights::Tensor filledTensor(const std::string& name, const std::vector<std::int64_t>& shape);
[[nodiscard]] weights::TensorMap
filledTensors(const std::vector<std::pair<std::string, std::vector<std::int64_t>>>& names);
/// Image `k`, (height, width, 3), 0..255.
[[nodiscard]] std::vector<std::uint8_t> filledImage(int k, int height, int width);

} // namespace pleurascope::testing
