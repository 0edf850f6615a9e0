// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Tensor.h"

namespace pleurascope::weights {

std::int64_t elementCount(const std::vector<std::int64_t>& shape) {
    std::int64_t count = 1;
    for (const auto extent : shape)
        count *= extent;
    return count;
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text = "(";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    return text + ")";
}

} // namespace pleurascope::weights
