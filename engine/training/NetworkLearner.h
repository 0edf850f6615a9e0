// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Network.h"
#include "engine/training/Learner.h"

namespace pleurascope::training {

/// Backbone and head together, from scaled inputs kept in memory: for small networks on small films. Batch
/// norm runs in training mode; its moving statistics follow with momentum 0.9 (Keras' 0.99 belongs to runs of
/// tens of thousands of steps).
class NetworkLearner : public Learner {
public:
    NetworkLearner(inference::Network network, std::vector<imaging::InputPlanes> films);
    BatchResult trainBatch(const torch::Tensor& films, const torch::Tensor& labels,
                           double learningRate) override;
    torch::Tensor logits(const torch::Tensor& films) override;
    void beginEpoch(std::uint64_t seed) override;
    [[nodiscard]] weights::TensorMap tensors() const override;
    [[nodiscard]] weights::TensorMap optimizerState() const override;

private:
    [[nodiscard]] torch::Tensor inputs(const torch::Tensor& films) const;

    inference::Network m_network;
    std::vector<imaging::InputPlanes> m_films;
    KerasAdam m_adam;
    at::Generator m_generator;
};

} // namespace pleurascope::training
