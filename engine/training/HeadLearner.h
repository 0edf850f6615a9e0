// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/ClassifierHead.h"
#include "engine/training/Learner.h"

namespace pleurascope::training {

/// The head alone, on pooled features (N, C) computed once.
class HeadLearner : public Learner {
public:
    HeadLearner(model::ClassifierHead head, torch::Tensor features);
    BatchResult trainBatch(const torch::Tensor& films, const torch::Tensor& labels,
                           double learningRate) override;
    torch::Tensor logits(const torch::Tensor& films) override;
    void beginEpoch(std::uint64_t seed) override;
    [[nodiscard]] weights::TensorMap tensors() const override { return m_head.tensors(); }
    [[nodiscard]] weights::TensorMap optimizerState() const override;

private:
    model::ClassifierHead m_head;
    torch::Tensor m_features;
    KerasAdam m_adam;
    at::Generator m_generator;
};

} // namespace pleurascope::training
