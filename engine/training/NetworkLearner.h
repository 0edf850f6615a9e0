// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Network.h"
#include "engine/training/Learner.h"
#include "engine/training/RowStore.h"

#include <memory>

namespace pleurascope::training {

/// Backbone and head together, from scaled inputs: for small networks on small films. Batch norm runs in
/// training mode; its moving statistics follow with momentum 0.9 (Keras' 0.99 belongs to runs of tens of
/// thousands of steps).
class NetworkLearner : public Learner {
public:
    /// `inputs`: rows (3, H, W), scaled; may grow while this lives.
    NetworkLearner(inference::Network network, std::shared_ptr<const RowStore> inputs, Objective objective,
                   const Optimization& optimization, double learningRate);
    BatchResult trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                           double rateFactor) override;
    torch::Tensor logits(const torch::Tensor& rows) override;
    void beginEpoch(std::uint64_t seed) override;
    [[nodiscard]] weights::TensorMap tensors() const override;
    [[nodiscard]] weights::TensorMap optimizerState() const override { return m_optimizer.state(); }
    [[nodiscard]] core::Result<void> restore(const weights::TensorMap& tensors,
                                             const weights::TensorMap& optimizerState) override;

private:
    [[nodiscard]] torch::Tensor inputs(const torch::Tensor& rows) const;

    inference::Network m_network;
    std::shared_ptr<const RowStore> m_inputs;
    Objective m_objective;
    Optimizer m_optimizer;
    at::Generator m_generator;
    bool m_mixedPrecision;
};

} // namespace pleurascope::training
