// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/InitialTensor.h"

#include <cmath>

namespace pleurascope::weights {

Tensor initialTensor(const std::string& name, const std::vector<std::int64_t>& shape,
                     std::mt19937& generator) {
    const auto count = static_cast<std::size_t>(elementCount(shape));
    const bool one = name.ends_with("/gamma") || name.ends_with("/moving_variance");
    Tensor tensor{shape, std::vector<float>(count, one ? 1.0F : 0.0F)};
    if (!name.ends_with("/kernel"))
        return tensor;
    double field = 1;
    for (std::size_t i = 0; i + 2 < shape.size(); ++i)
        field *= static_cast<double>(shape[i]);
    const double fans = field * static_cast<double>(shape[shape.size() - 2] + shape[shape.size() - 1]);
    const double limit = std::sqrt(6.0 / fans);
    for (float& value : tensor.values)
        value = static_cast<float>((generator() / 2147483648.0 - 1.0) * limit);
    return tensor;
}

} // namespace pleurascope::weights
