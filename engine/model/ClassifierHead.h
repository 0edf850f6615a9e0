// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/LayerGraph.h"
#include "engine/weights/Tensor.h"

#include <torch/torch.h>

#include <optional>

namespace pleurascope::model {

/// Dense relu + Dropout for each hidden width, then Dense to the classes, on pooled features. Kernels stay in
/// Keras layout (in, out). Cheap to copy (tensors are shared).
class ClassifierHead {
public:
    /// Errors: missingTensor, shapeMismatch.
    [[nodiscard]] static core::Result<ClassifierHead> create(const weights::HeadDescription& description,
                                                             int features, int classes,
                                                             const weights::TensorMap& tensors);

    void to(torch::Device device, torch::ScalarType type);

    /// (N, features) -> logits (N, classes), no dropout.
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& features) const;
    /// With dropout (inverted, as Keras), masks drawn from `generator` alone.
    [[nodiscard]] torch::Tensor forwardTraining(const torch::Tensor& features,
                                                at::Generator& generator) const;

    /// kernel, bias, kernel, bias, ...
    [[nodiscard]] const std::vector<torch::Tensor>& trainableTensors() const { return m_tensors; }
    [[nodiscard]] weights::TensorMap tensors() const;
    /// The values of tensors() put back. Errors: missingTensor, shapeMismatch.
    [[nodiscard]] core::Result<void> assign(const weights::TensorMap& values);
    /// A copy with memory of its own.
    [[nodiscard]] ClassifierHead clone() const;

private:
    [[nodiscard]] torch::Tensor evaluate(torch::Tensor x, at::Generator* generator) const;

    std::vector<std::string> m_names;
    std::vector<double> m_dropout;
    std::vector<torch::Tensor> m_tensors;
};

/// Global average pooling, (N, C, h, w) -> (N, C).
[[nodiscard]] torch::Tensor globalAverage(const torch::Tensor& maps);

} // namespace pleurascope::model
