// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/KerasAdam.h"

#include <cassert>
#include <cmath>

namespace pleurascope::training {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-7;

} // namespace

KerasAdam::KerasAdam(std::vector<torch::Tensor> tensors)
    : m_tensors(std::move(tensors)) {
    for (const auto& tensor : m_tensors) {
        m_first.push_back(torch::zeros_like(tensor, tensor.options().requires_grad(false)));
        m_second.push_back(torch::zeros_like(m_first.back()));
    }
}

void KerasAdam::restoreMoments(std::size_t index, const torch::Tensor& first, const torch::Tensor& second) {
    const torch::NoGradGuard noGrad;
    m_first[index].copy_(first);
    m_second[index].copy_(second);
}

void KerasAdam::step(const std::vector<torch::Tensor>& gradients, double learningRate) {
    assert(gradients.size() == m_tensors.size());
    const torch::NoGradGuard noGrad;
    ++m_steps;
    // alpha = lr sqrt(1 - b2^t) / (1 - b1^t); w -= alpha m / (sqrt(v) + eps)
    const double alpha =
        learningRate * std::sqrt(1 - std::pow(beta2, m_steps)) / (1 - std::pow(beta1, m_steps));
    for (std::size_t i = 0; i < m_tensors.size(); ++i) {
        const auto& gradient = gradients[i];
        m_first[i].add_(gradient - m_first[i], 1 - beta1);
        m_second[i].add_(gradient.square() - m_second[i], 1 - beta2);
        m_tensors[i].sub_(m_first[i] / (m_second[i].sqrt() + epsilon), alpha);
    }
}

} // namespace pleurascope::training
