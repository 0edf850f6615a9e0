// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/TensorConversion.h"

#include <cstring>

namespace pleurascope::model {

using core::ErrorCode;

core::Result<torch::Tensor> toTorch(const weights::TensorMap& tensors, const std::string& name,
                                    const std::vector<std::int64_t>& shape) {
    const auto found = weights::findTensor(tensors, name, shape);
    if (!found)
        return core::failure(found);
    torch::Tensor tensor = torch::empty(shape, torch::kFloat32);
    std::memcpy(tensor.data_ptr<float>(), (*found)->values.data(), (*found)->values.size() * sizeof(float));
    return tensor;
}

weights::Tensor fromTorch(const torch::Tensor& tensor) {
    const torch::Tensor plain = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
    const auto* first = plain.data_ptr<float>();
    return {plain.sizes().vec(), std::vector<float>(first, first + plain.numel())};
}

core::Error errorFromTorch(const std::exception& exception) {
    const std::string_view what = exception.what();
    const bool memory = dynamic_cast<const std::bad_alloc*>(&exception) != nullptr ||
                        what.find("out of memory") != std::string_view::npos ||
                        what.find("can't allocate memory") != std::string_view::npos;
    const auto line = what.substr(0, what.find('\n'));
    return {memory ? ErrorCode::outOfMemory : ErrorCode::internal, std::string(line), {}};
}

} // namespace pleurascope::model
