// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/training/Objective.h"
#include "engine/training/Optimizer.h"
#include "engine/weights/Tensor.h"

#include <torch/torch.h>

namespace pleurascope::training {

/// What one batch of training gave.
struct BatchResult {
    double loss = 0;             ///< mean over the batch
    torch::Tensor probabilities; ///< (n, classes), softmax, in training mode
};

/// That part of a network which a run changes, with the data it sees and its optimizer. Items are named by
/// their row. Used from one thread.
class Learner {
public:
    virtual ~Learner() = default;
    /// One optimizer step, at the learner's rates times `rateFactor`. `rows` and `labels` are int64 (n), on
    /// the CPU. Where it throws, no weight has changed.
    virtual BatchResult trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                                   double rateFactor) = 0;
    /// (n, classes), in inference mode, on the CPU.
    [[nodiscard]] virtual torch::Tensor logits(const torch::Tensor& rows) = 0;
    /// Randomness of the coming epoch (dropout) depends on this alone.
    virtual void beginEpoch(std::uint64_t seed) = 0;
    /// The tensors that change, Keras names and layout.
    [[nodiscard]] virtual weights::TensorMap tensors() const = 0;
    /// What the optimizer must know to go on: "adam/first/0", ...
    [[nodiscard]] virtual weights::TensorMap optimizerState() const = 0;
    /// Goes on where tensors() and optimizerState() were taken. Errors: missingTensor, shapeMismatch.
    [[nodiscard]] virtual core::Result<void> restore(const weights::TensorMap& tensors,
                                                     const weights::TensorMap& optimizerState) = 0;
};

/// One step of `optimizer` down `objective` from the logits (n, classes) of a batch.
[[nodiscard]] BatchResult descend(const torch::Tensor& logits, const torch::Tensor& labels,
                                  const Objective& objective, Optimizer& optimizer, double rateFactor);

} // namespace pleurascope::training
