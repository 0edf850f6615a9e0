// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <vector>

namespace pleurascope::training {

/// Adam as Keras computes it (keras/src/optimizers/adam.py; Kingma and Ba 2015, the 'epsilon hat' form):
/// epsilon stands outside the bias correction, so torch::optim::Adam gives other numbers. Updates the tensors
/// in place; owns only its moments.
class KerasAdam {
public:
    explicit KerasAdam(std::vector<torch::Tensor> tensors);

    /// One step with the gradients d loss / d tensor, in the tensors' order.
    void step(const std::vector<torch::Tensor>& gradients, double learningRate);

    [[nodiscard]] const std::vector<torch::Tensor>& tensors() const { return m_tensors; }
    [[nodiscard]] const std::vector<torch::Tensor>& firstMoments() const { return m_first; }
    [[nodiscard]] const std::vector<torch::Tensor>& secondMoments() const { return m_second; }
    [[nodiscard]] int steps() const { return m_steps; }

    // What an earlier run left; shapes must be those of the tensors.
    void restoreMoments(std::size_t index, const torch::Tensor& first, const torch::Tensor& second);
    void restoreSteps(int steps) { m_steps = steps; }

private:
    std::vector<torch::Tensor> m_tensors, m_first, m_second;
    int m_steps = 0;
};

} // namespace pleurascope::training
