// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Objective.h"

#include <algorithm>

namespace pleurascope::training {

namespace {

torch::Tensor balancedWeights(const std::vector<int>& labels, int classes) {
    std::vector<float> weights;
    for (int label = 0; label < classes; ++label) {
        const auto count = std::max<std::ptrdiff_t>(1, std::ranges::count(labels, label));
        weights.push_back(static_cast<float>(labels.size()) /
                          (static_cast<float>(classes) * static_cast<float>(count)));
    }
    return torch::tensor(weights);
}

} // namespace

Objective::Objective(const Optimization& optimization, const std::vector<int>& labels, int classes)
    : m_smoothing(optimization.labelSmoothing)
    , m_gamma(optimization.loss == LossKind::focal ? optimization.focalGamma : 0) {
    if (optimization.classWeights == ClassWeights::balanced)
        m_weights = balancedWeights(labels, classes);
    m_plain = m_smoothing == 0 && m_gamma == 0 && !m_weights.defined();
}

torch::Tensor Objective::operator()(const torch::Tensor& logits, const torch::Tensor& labels) const {
    if (m_plain)
        return crossEntropy(logits, labels);
    const auto classes = static_cast<double>(logits.size(1));
    const torch::Tensor logP = torch::log_softmax(logits, 1);
    const torch::Tensor target =
        torch::one_hot(labels, logits.size(1)).to(logP.scalar_type()) * (1 - m_smoothing) +
        m_smoothing / classes;
    torch::Tensor losses = -(target * logP);
    if (m_gamma > 0) // not quite 0 at p = 1, where the power has no gradient
        losses = losses * torch::pow((1 - logP.exp()).clamp_min(1e-7), m_gamma);
    torch::Tensor perItem = losses.sum(1);
    if (m_weights.defined())
        perItem = perItem * m_weights.to(logits.device()).index_select(0, labels);
    return perItem.mean();
}

torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& labels) {
    return torch::nll_loss(torch::log_softmax(logits, 1), labels);
}

} // namespace pleurascope::training
