// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/BackboneLearner.h"

#include "engine/training/MixedPrecision.h"

#include <ATen/CPUGeneratorImpl.h>

namespace pleurascope::training {

BackboneLearner::BackboneLearner(inference::Network network, std::shared_ptr<const RowStore> rows,
                                 Objective objective, const Optimization& optimization, Config config)
    : m_network(std::move(network))
    , m_rows(std::move(rows))
    , m_objective(std::move(objective))
    , m_first(config.first)
    , m_inferenceBatch(config.inferenceBatch)
    , m_mixedPrecision(optimization.mixedPrecision)
    , m_optimizer(std::move(config.groups), optimization)
    , m_generator(at::detail::createCPUGenerator()) {}

std::vector<torch::Tensor> BackboneLearner::valuesOf(const torch::Tensor& rows) const {
    auto values = m_rows->gather(rows);
    for (auto& value : values)
        value = value.to(m_network.device);
    return values;
}

BatchResult BackboneLearner::trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                                        double rateFactor) {
    torch::Tensor logits;
    {
        const MixedPrecision precision(m_mixedPrecision);
        logits =
            m_network.head.forwardTraining(model::globalAverage(trainingMaps(valuesOf(rows))), m_generator);
    }
    return descend(logits, labels, m_objective, m_optimizer, rateFactor);
}

torch::Tensor BackboneLearner::logits(const torch::Tensor& rows) {
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> parts;
    for (const auto& batch : rows.split(m_inferenceBatch))
        parts.push_back(m_network.head.forward(model::globalAverage(maps(valuesOf(batch)))));
    return torch::cat(parts).to(torch::kCPU);
}

void BackboneLearner::beginEpoch(std::uint64_t seed) {
    m_generator.set_current_seed(seed);
}

weights::TensorMap BackboneLearner::tensors() const {
    auto tensors = m_network.backbone.tensors(m_first);
    tensors.merge(m_network.head.tensors());
    return tensors;
}

core::Result<void> BackboneLearner::restore(const weights::TensorMap& tensors,
                                            const weights::TensorMap& optimizerState) {
    if (auto assigned = m_network.backbone.assign(tensors, m_first); !assigned)
        return assigned;
    if (auto assigned = m_network.head.assign(tensors); !assigned)
        return assigned;
    return m_optimizer.restore(optimizerState);
}

} // namespace pleurascope::training
