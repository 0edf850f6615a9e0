// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Network.h"
#include "engine/training/Learner.h"
#include "engine/training/RowStore.h"

#include <memory>

namespace pleurascope::training {

/// The backbone from one layer on, and the head, on maps of the layers below that were computed once. Batch
/// norm runs with its moving statistics, which stay; gamma and beta are trained.
class StageLearner : public Learner {
public:
    struct Config {
        std::size_t first = 0; ///< the first layer that is trained
        double headRate = 0.001;
        double stageRate = 0.00005;
        Optimization optimization;
    };
    /// `maps`: rows of FrozenPart::below(network, first); may grow while this lives.
    StageLearner(inference::Network network, std::shared_ptr<const RowStore> maps, Objective objective,
                 Config config);
    BatchResult trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                           double rateFactor) override;
    torch::Tensor logits(const torch::Tensor& rows) override;
    void beginEpoch(std::uint64_t seed) override;
    [[nodiscard]] weights::TensorMap tensors() const override;
    [[nodiscard]] weights::TensorMap optimizerState() const override { return m_optimizer.state(); }
    [[nodiscard]] core::Result<void> restore(const weights::TensorMap& tensors,
                                             const weights::TensorMap& optimizerState) override;

private:
    [[nodiscard]] torch::Tensor features(const torch::Tensor& rows) const;

    inference::Network m_network;
    std::shared_ptr<const RowStore> m_maps;
    Objective m_objective;
    Config m_config;
    Optimizer m_optimizer;
    at::Generator m_generator;
};

} // namespace pleurascope::training
