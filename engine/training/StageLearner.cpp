// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/StageLearner.h"

namespace pleurascope::training {

namespace {

constexpr std::int64_t inferenceBatch = 16;

} // namespace

StageLearner::StageLearner(const inference::Network& network, std::shared_ptr<const RowStore> maps,
                           Objective objective, const Config& config)
    : BackboneLearner(network, std::move(maps), std::move(objective), config.optimization,
                      {config.first,
                       inferenceBatch,
                       {{network.backbone.trainableTensors(config.first), config.stageRate},
                        {network.head.trainableTensors(), config.headRate}}})
    , m_stage(config.first) {}

torch::Tensor StageLearner::trainingMaps(const std::vector<torch::Tensor>& values) {
    return maps(values);
}

torch::Tensor StageLearner::maps(const std::vector<torch::Tensor>& values) const {
    return m_network.backbone.forwardFrom(m_stage, values);
}

} // namespace pleurascope::training
