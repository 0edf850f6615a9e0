// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/ClassifierHead.h"
#include "engine/training/Learner.h"
#include "engine/training/RowStore.h"

#include <memory>

namespace pleurascope::training {

/// The head alone, on pooled features computed once.
class HeadLearner : public Learner {
public:
    /// `features`: rows of one tensor (C); may grow while this lives.
    HeadLearner(model::ClassifierHead head, torch::Device device, std::shared_ptr<const RowStore> features,
                Objective objective, const Optimization& optimization, double learningRate);
    BatchResult trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                           double rateFactor) override;
    torch::Tensor logits(const torch::Tensor& rows) override;
    void beginEpoch(std::uint64_t seed) override;
    [[nodiscard]] weights::TensorMap tensors() const override { return m_head.tensors(); }
    [[nodiscard]] weights::TensorMap optimizerState() const override { return m_optimizer.state(); }
    [[nodiscard]] core::Result<void> restore(const weights::TensorMap& tensors,
                                             const weights::TensorMap& optimizerState) override;

private:
    model::ClassifierHead m_head;
    torch::Device m_device;
    std::shared_ptr<const RowStore> m_features;
    Objective m_objective;
    Optimizer m_optimizer;
    at::Generator m_generator;
};

} // namespace pleurascope::training
