// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/KerasAdam.h"
#include "engine/weights/Tensor.h"

#include <torch/torch.h>

namespace pleurascope::training {

/// What one batch of training gave.
struct BatchResult {
    double loss = 0;             ///< mean over the batch
    torch::Tensor probabilities; ///< (n, classes), softmax, in training mode
};

/// That part of a network which a run changes, with the data it sees and its optimizer. Films are named by
/// their place in the dataset. Used from one thread.
class Learner {
public:
    virtual ~Learner() = default;
    /// One optimizer step. `films` and `labels` are int64 (n), on the CPU.
    virtual BatchResult trainBatch(const torch::Tensor& films, const torch::Tensor& labels,
                                   double learningRate) = 0;
    /// (n, classes), in inference mode, on the CPU.
    [[nodiscard]] virtual torch::Tensor logits(const torch::Tensor& films) = 0;
    /// Randomness of the coming epoch (dropout) depends on this alone.
    virtual void beginEpoch(std::uint64_t seed) = 0;
    /// The tensors that change, Keras names and layout.
    [[nodiscard]] virtual weights::TensorMap tensors() const = 0;
    /// What the optimizer must know to go on: "adam/first/0", ...
    [[nodiscard]] virtual weights::TensorMap optimizerState() const = 0;
};

/// Moments of an optimizer as plain tensors, "adam/first/0", "adam/second/0", ...
[[nodiscard]] weights::TensorMap stateOf(const KerasAdam& adam);

/// Softmax cross-entropy, mean over the batch, on logits (as Keras' TensorFlow backend computes it: without
/// clipping).
[[nodiscard]] torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& labels);

} // namespace pleurascope::training
