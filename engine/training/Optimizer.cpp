// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Optimizer.h"

#include "engine/model/TensorConversion.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::training {

namespace {

std::string momentName(const char* which, std::size_t index) {
    return std::string("adam/") + which + "/" + std::to_string(index);
}

} // namespace

Optimizer::Optimizer(std::vector<ParameterGroup> groups, const Optimization& optimization)
    : m_groups(std::move(groups))
    , m_weightDecay(optimization.optimizer == OptimizerKind::adamw ? optimization.weightDecay : 0)
    , m_clipNorm(optimization.clipNorm) {
    for (auto& group : m_groups) {
        for (auto& tensor : group.tensors)
            tensor.requires_grad_(true);
        m_adams.emplace_back(group.tensors);
    }
}

std::vector<torch::Tensor> Optimizer::gradients(const torch::Tensor& loss) const {
    std::vector<torch::Tensor> tensors;
    for (const auto& group : m_groups)
        tensors.insert(tensors.end(), group.tensors.begin(), group.tensors.end());
    auto all = torch::autograd::grad({loss}, tensors);
    if (m_clipNorm <= 0)
        return all;
    double squares = 0;
    for (const auto& gradient : all)
        squares += gradient.square().sum(torch::kFloat64).item<double>();
    const double norm = std::sqrt(squares);
    if (norm > m_clipNorm)
        for (auto& gradient : all)
            gradient = gradient * (m_clipNorm / norm);
    return all;
}

void Optimizer::decay(const ParameterGroup& group, double rate) const {
    const torch::NoGradGuard noGrad;
    for (auto tensor : group.tensors)
        if (tensor.dim() > 1)
            tensor.mul_(1 - rate * m_weightDecay);
}

void Optimizer::step(const torch::Tensor& loss, double rateFactor) {
    const auto all = gradients(loss);
    auto next = all.begin();
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const auto end = next + static_cast<std::ptrdiff_t>(m_groups[i].tensors.size());
        const double rate = m_groups[i].learningRate * rateFactor;
        if (m_weightDecay > 0)
            decay(m_groups[i], rate);
        m_adams[i].step({next, end}, rate);
        next = end;
    }
}

weights::TensorMap Optimizer::state() const {
    weights::TensorMap state;
    std::size_t index = 0;
    for (const auto& adam : m_adams)
        for (std::size_t i = 0; i < adam.tensors().size(); ++i, ++index) {
            state.emplace(momentName("first", index), model::fromTorch(adam.firstMoments()[i]));
            state.emplace(momentName("second", index), model::fromTorch(adam.secondMoments()[i]));
        }
    state.emplace("adam/steps",
                  weights::Tensor{{1}, {static_cast<float>(m_adams.empty() ? 0 : m_adams.front().steps())}});
    return state;
}

core::Result<void> Optimizer::restore(const weights::TensorMap& state) {
    const auto steps = model::toTorch(state, "adam/steps", {1});
    if (!steps)
        return core::failure(steps);
    std::size_t index = 0;
    for (auto& adam : m_adams) {
        for (std::size_t i = 0; i < adam.tensors().size(); ++i, ++index) {
            const auto shape = adam.tensors()[i].sizes().vec();
            const auto first = model::toTorch(state, momentName("first", index), shape);
            const auto second = model::toTorch(state, momentName("second", index), shape);
            if (!first || !second)
                return core::failure(first ? second : first);
            adam.restoreMoments(i, *first, *second);
        }
        adam.restoreSteps(static_cast<int>(steps->item<float>()));
    }
    return {};
}

} // namespace pleurascope::training
