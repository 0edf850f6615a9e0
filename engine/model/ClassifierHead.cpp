// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/ClassifierHead.h"

#include "engine/model/TensorConversion.h"

namespace pleurascope::model {

namespace {

/// 0 or 1/(1-rate), drawn on the CPU so that every device trains with the same masks.
torch::Tensor dropoutMask(const torch::Tensor& x, double rate, at::Generator& generator) {
    const torch::Tensor mask = torch::empty(x.sizes(), x.options().device(torch::kCPU).requires_grad(false));
    return mask.bernoulli_(1 - rate, generator).div_(1 - rate).to(x.device());
}

} // namespace

core::Result<ClassifierHead> ClassifierHead::create(const weights::HeadDescription& description, int features,
                                                    int classes, const weights::TensorMap& tensors) {
    ClassifierHead head;
    head.m_dropout = description.dropout;
    for (const auto& [name, shape] : tensorsOf(description, features, classes)) {
        auto tensor = toTorch(tensors, name, shape);
        if (!tensor)
            return core::failure(tensor);
        head.m_names.push_back(name);
        head.m_tensors.push_back(*tensor);
    }
    return head;
}

void ClassifierHead::to(torch::Device device, torch::ScalarType type) {
    for (auto& tensor : m_tensors)
        tensor = tensor.to(device, type);
}

torch::Tensor ClassifierHead::evaluate(torch::Tensor x, at::Generator* generator) const {
    const std::size_t layers = m_tensors.size() / 2;
    for (std::size_t i = 0; i < layers; ++i) {
        x = torch::addmm(m_tensors[2 * i + 1], x, m_tensors[2 * i]);
        if (i + 1 == layers)
            break;
        x = torch::relu(x);
        const double rate = m_dropout[i];
        if (generator != nullptr && rate > 0)
            x = x * dropoutMask(x, rate, *generator);
    }
    return x;
}

torch::Tensor ClassifierHead::forward(const torch::Tensor& features) const {
    return evaluate(features, nullptr);
}

torch::Tensor ClassifierHead::forwardTraining(const torch::Tensor& features, at::Generator& generator) const {
    return evaluate(features, &generator);
}

weights::TensorMap ClassifierHead::tensors() const {
    weights::TensorMap map;
    for (std::size_t i = 0; i < m_names.size(); ++i)
        map.emplace(m_names[i], fromTorch(m_tensors[i]));
    return map;
}

core::Result<void> ClassifierHead::assign(const weights::TensorMap& values) {
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const auto value = toTorch(values, m_names[i], m_tensors[i].sizes().vec());
        if (!value)
            return core::failure(value);
        m_tensors[i].copy_(*value);
    }
    return {};
}

ClassifierHead ClassifierHead::clone() const {
    ClassifierHead copy = *this;
    for (auto& tensor : copy.m_tensors)
        tensor = tensor.detach().clone();
    return copy;
}

torch::Tensor globalAverage(const torch::Tensor& maps) {
    return maps.mean({2, 3});
}

} // namespace pleurascope::model
