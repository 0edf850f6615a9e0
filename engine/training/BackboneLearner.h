// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Network.h"
#include "engine/training/Learner.h"
#include "engine/training/RowStore.h"

#include <memory>

namespace pleurascope::training {

/// The backbone from one layer on, and the head: what learners share that change both. They differ in what a
/// row holds and in how batch norm runs.
class BackboneLearner : public Learner {
public:
    BatchResult trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                           double rateFactor) override;
    torch::Tensor logits(const torch::Tensor& rows) override;
    void beginEpoch(std::uint64_t seed) override;
    [[nodiscard]] weights::TensorMap tensors() const override;
    [[nodiscard]] weights::TensorMap optimizerState() const override { return m_optimizer.state(); }
    [[nodiscard]] core::Result<void> restore(const weights::TensorMap& tensors,
                                             const weights::TensorMap& optimizerState) override;

protected:
    struct Config {
        std::size_t first = 0; ///< the first layer that is trained
        std::int64_t inferenceBatch = 32;
        std::vector<ParameterGroup> groups; ///< tensors of `network`, with their rates
    };
    /// `rows` may grow while this lives.
    BackboneLearner(inference::Network network, std::shared_ptr<const RowStore> rows, Objective objective,
                    const Optimization& optimization, Config config);

    /// The cut's map (n, C, h, w) of some rows' values, as training runs it and as inference does.
    [[nodiscard]] virtual torch::Tensor trainingMaps(const std::vector<torch::Tensor>& values) = 0;
    [[nodiscard]] virtual torch::Tensor maps(const std::vector<torch::Tensor>& values) const = 0;

    inference::Network m_network;

private:
    /// On the network's device.
    [[nodiscard]] std::vector<torch::Tensor> valuesOf(const torch::Tensor& rows) const;

    std::shared_ptr<const RowStore> m_rows;
    Objective m_objective;
    std::size_t m_first;
    std::int64_t m_inferenceBatch;
    bool m_mixedPrecision;
    Optimizer m_optimizer;
    at::Generator m_generator;
};

} // namespace pleurascope::training
