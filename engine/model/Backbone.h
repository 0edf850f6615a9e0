// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/LayerGraph.h"
#include "engine/weights/Tensor.h"

#include <torch/torch.h>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pleurascope::model {

using weights::Layer;
using weights::LayerKind;

/// The network up to its cut: evaluates Keras' layer graph node by node, so that it can end at, and be looked
/// into at, any named layer. Inputs and maps are NCHW, already scaled. Cheap to copy (tensors are shared).
/// forward() is const and may be called from several threads; who wants gradients or none sets torch's
/// thread-local guards.
class Backbone {
public:
    /// All tensors that the cut depends on are taken from `tensors`; others are ignored.
    /// Errors: unknownLayer (the cut), missingTensor, shapeMismatch.
    [[nodiscard]] static core::Result<Backbone> create(const weights::BackboneDescription& description,
                                                       const weights::TensorMap& tensors);

    void to(torch::Device device, torch::ScalarType type);

    /// (N, 3, H, W) -> the cut's map (N, C, h, w). `look`, where given, sees each layer's output and may
    /// replace it.
    using Look = std::function<void(const Layer&, torch::Tensor&)>;
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& input, const Look& look = {}) const;

    /// Batch norm with the batch's own statistics (biased variance, as Keras), moving ones updated with
    /// `momentum`.
    [[nodiscard]] torch::Tensor forwardTraining(const torch::Tensor& input, double momentum);

    [[nodiscard]] const std::vector<Layer>& layers() const { return m_layers; }
    /// Channels of the cut's map.
    [[nodiscard]] int features() const { return m_layers.back().channels; }
    /// Kernels, biases, gammas and betas, for an optimizer.
    [[nodiscard]] std::vector<torch::Tensor> trainableTensors() const;
    /// In Keras layout, float32.
    [[nodiscard]] weights::TensorMap tensors() const;

private:
    using Normalize = std::function<torch::Tensor(const Layer&, const torch::Tensor&)>;
    [[nodiscard]] torch::Tensor evaluate(const torch::Tensor& input, const Normalize& normalize,
                                         const Look& look) const;
    [[nodiscard]] torch::Tensor apply(const Layer& layer, const std::vector<torch::Tensor>& values,
                                      const Normalize& normalize) const;
    [[nodiscard]] const torch::Tensor& tensor(const std::string& name) const { return m_tensors.at(name); }

    std::vector<Layer> m_layers;
    std::vector<int> m_lastUse; ///< for each layer, the index of the last one that reads it
    std::unordered_map<std::string, torch::Tensor> m_tensors; ///< kernels OIHW
};

} // namespace pleurascope::model
