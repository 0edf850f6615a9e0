// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/NetworkLearner.h"

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

NetworkLearner::NetworkLearner(const inference::Network& network, std::shared_ptr<const RowStore> inputs,
                               Objective objective, const Optimization& optimization, double learningRate)
    : BackboneLearner(network, std::move(inputs), std::move(objective), optimization,
                      {0, inferenceBatch, {{trainable(network), learningRate}}}) {}

torch::Tensor NetworkLearner::trainingMaps(const std::vector<torch::Tensor>& values) {
    return m_network.backbone.forwardTraining(values.front(), movingMomentum);
}

torch::Tensor NetworkLearner::maps(const std::vector<torch::Tensor>& values) const {
    return m_network.backbone.forward(values.front());
}

} // namespace pleurascope::training
