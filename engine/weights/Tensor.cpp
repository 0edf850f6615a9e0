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

core::Result<const Tensor*> findTensor(const TensorMap& tensors, const std::string& name,
                                       const std::vector<std::int64_t>& shape) {
    const auto found = tensors.find(name);
    if (found == tensors.end())
        return core::failure(core::ErrorCode::missingTensor, name);
    if (found->second.shape != shape)
        return core::failure(core::ErrorCode::shapeMismatch, name + " is " + shapeText(found->second.shape) +
                                                                 ", expected " + shapeText(shape));
    return &found->second;
}

} // namespace pleurascope::weights
