// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/Optimization.h"

#include <torch/torch.h>

#include <vector>

namespace pleurascope::training {

/// The loss that a run goes down: cross-entropy or focal, with smoothed labels and weighted classes, mean
/// over the batch. As in Keras the weighted losses are divided by the batch, not by the weights' sum.
class Objective {
public:
    /// `labels`: of the items that an epoch trains on, for balanced class weights.
    Objective(const Optimization& optimization, const std::vector<int>& labels, int classes);

    /// Logits (n, classes) and labels int64 (n) to a scalar. Without smoothing, weights and focus this is
    /// crossEntropy(), to the bit.
    [[nodiscard]] torch::Tensor operator()(const torch::Tensor& logits, const torch::Tensor& labels) const;

private:
    bool m_plain = true;
    double m_smoothing = 0;
    double m_gamma = 0;      ///< 0: cross-entropy
    torch::Tensor m_weights; ///< (classes); undefined: all 1
};

/// Softmax cross-entropy, mean over the batch, on logits (as Keras' TensorFlow backend computes it: without
/// clipping).
[[nodiscard]] torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& labels);

} // namespace pleurascope::training
