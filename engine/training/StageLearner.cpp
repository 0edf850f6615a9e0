// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/StageLearner.h"

#include "engine/training/MixedPrecision.h"

#include <ATen/CPUGeneratorImpl.h>

namespace pleurascope::training {

namespace {

constexpr std::int64_t inferenceBatch = 16;

} // namespace

StageLearner::StageLearner(inference::Network network, std::shared_ptr<const RowStore> maps,
                           Objective objective, Config config)
    : m_network(std::move(network))
    , m_maps(std::move(maps))
    , m_objective(std::move(objective))
    , m_config(std::move(config))
    , m_optimizer({{m_network.backbone.trainableTensors(m_config.first), m_config.stageRate},
                   {m_network.head.trainableTensors(), m_config.headRate}},
                  m_config.optimization)
    , m_generator(at::detail::createCPUGenerator()) {}

torch::Tensor StageLearner::features(const torch::Tensor& rows) const {
    auto maps = m_maps->gather(rows);
    for (auto& map : maps)
        map = map.to(m_network.device);
    return model::globalAverage(m_network.backbone.forwardFrom(m_config.first, maps));
}

BatchResult StageLearner::trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                                     double rateFactor) {
    torch::Tensor logits;
    {
        const MixedPrecision precision(m_config.optimization.mixedPrecision);
        logits = m_network.head.forwardTraining(features(rows), m_generator);
    }
    return descend(logits, labels, m_objective, m_optimizer, rateFactor);
}

torch::Tensor StageLearner::logits(const torch::Tensor& rows) {
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> parts;
    for (const auto& batch : rows.split(inferenceBatch))
        parts.push_back(m_network.head.forward(features(batch)));
    return torch::cat(parts).to(torch::kCPU);
}

void StageLearner::beginEpoch(std::uint64_t seed) {
    m_generator.set_current_seed(seed);
}

weights::TensorMap StageLearner::tensors() const {
    auto tensors = m_network.backbone.tensors(m_config.first);
    tensors.merge(m_network.head.tensors());
    return tensors;
}

core::Result<void> StageLearner::restore(const weights::TensorMap& tensors,
                                         const weights::TensorMap& optimizerState) {
    if (auto assigned = m_network.backbone.assign(tensors, m_config.first); !assigned)
        return assigned;
    if (auto assigned = m_network.head.assign(tensors); !assigned)
        return assigned;
    return m_optimizer.restore(optimizerState);
}

} // namespace pleurascope::training
