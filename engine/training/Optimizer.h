// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/KerasAdam.h"
#include "engine/training/Optimization.h"
#include "engine/weights/Tensor.h"

#include "engine/core/Result.h"

namespace pleurascope::training {

/// Tensors that are changed with one learning rate.
struct ParameterGroup {
    std::vector<torch::Tensor> tensors;
    double learningRate = 0.001;
};

/// Turns a loss into new weights: gradients, clipping by their global norm (Pascanu et al. 2013), decoupled
/// weight decay of kernels, Keras' Adam. Asks the tensors for gradients; owns only moments.
class Optimizer {
public:
    Optimizer(std::vector<ParameterGroup> groups, const Optimization& optimization);

    /// One step downhill; each group's rate is multiplied by `rateFactor`.
    void step(const torch::Tensor& loss, double rateFactor);

    /// "adam/steps", "adam/first/0", "adam/second/0", ...: what a later run needs to go on.
    [[nodiscard]] weights::TensorMap state() const;
    /// Errors: missingTensor, shapeMismatch.
    [[nodiscard]] core::Result<void> restore(const weights::TensorMap& state);

private:
    [[nodiscard]] std::vector<torch::Tensor> gradients(const torch::Tensor& loss) const;
    void decay(const ParameterGroup& group, double rate) const;

    std::vector<ParameterGroup> m_groups;
    std::vector<KerasAdam> m_adams; ///< one a group
    double m_weightDecay;
    double m_clipNorm;
};

} // namespace pleurascope::training
