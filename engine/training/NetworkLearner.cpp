// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/NetworkLearner.h"

#include "engine/training/MixedPrecision.h"

#include <ATen/CPUGeneratorImpl.h>

namespace pleurascope::training {

namespace {

constexpr double movingMomentum = 0.9;
constexpr std::int64_t inferenceBatch = 32;

std::vector<torch::Tensor> trainable(const inference::Network& network) {
    auto tensors = network.backbone.trainableTensors();
    for (const auto& tensor : network.head.trainableTensors())
        tensors.push_back(tensor);
    return tensors;
}

} // namespace

NetworkLearner::NetworkLearner(inference::Network network, std::shared_ptr<const RowStore> inputs,
                               Objective objective, const Optimization& optimization, double learningRate)
    : m_network(std::move(network))
    , m_inputs(std::move(inputs))
    , m_objective(std::move(objective))
    , m_optimizer({{trainable(m_network), learningRate}}, optimization)
    , m_generator(at::detail::createCPUGenerator())
    , m_mixedPrecision(optimization.mixedPrecision) {}

torch::Tensor NetworkLearner::inputs(const torch::Tensor& rows) const {
    return m_inputs->gather(rows).front().to(m_network.device);
}

BatchResult NetworkLearner::trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                                       double rateFactor) {
    torch::Tensor logits;
    {
        const MixedPrecision precision(m_mixedPrecision);
        const torch::Tensor maps = m_network.backbone.forwardTraining(inputs(rows), movingMomentum);
        logits = m_network.head.forwardTraining(model::globalAverage(maps), m_generator);
    }
    return descend(logits, labels, m_objective, m_optimizer, rateFactor);
}

torch::Tensor NetworkLearner::logits(const torch::Tensor& rows) {
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> parts;
    for (const auto& batch : rows.split(inferenceBatch))
        parts.push_back(
            m_network.head.forward(model::globalAverage(m_network.backbone.forward(inputs(batch)))));
    return torch::cat(parts).to(torch::kCPU);
}

void NetworkLearner::beginEpoch(std::uint64_t seed) {
    m_generator.set_current_seed(seed);
}

weights::TensorMap NetworkLearner::tensors() const {
    auto tensors = m_network.backbone.tensors();
    tensors.merge(m_network.head.tensors());
    return tensors;
}

core::Result<void> NetworkLearner::restore(const weights::TensorMap& tensors,
                                           const weights::TensorMap& optimizerState) {
    if (auto assigned = m_network.backbone.assign(tensors); !assigned)
        return assigned;
    if (auto assigned = m_network.head.assign(tensors); !assigned)
        return assigned;
    return m_optimizer.restore(optimizerState);
}

} // namespace pleurascope::training
