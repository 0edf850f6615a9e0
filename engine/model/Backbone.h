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

    // A network whose lower part stands still: passed once up to a layer, then again and again from there on.

    /// The index of the layer named `stage`, else of the first one whose name begins with "`stage`_" (conv4).
    /// Errors: unknownLayer.
    [[nodiscard]] core::Result<std::size_t> firstOfStage(std::string_view stage) const;
    /// The layers before `first` whose outputs are read from `first` on, ascending: one where a stage begins.
    [[nodiscard]] std::vector<std::size_t> boundary(std::size_t first) const;
    /// The outputs of the boundary's layers.
    [[nodiscard]] std::vector<torch::Tensor> forwardTo(std::size_t first, const torch::Tensor& input) const;
    /// The cut's map from the boundary's outputs, batch norm with its moving statistics.
    [[nodiscard]] torch::Tensor forwardFrom(std::size_t first,
                                            const std::vector<torch::Tensor>& boundaryValues) const;

    [[nodiscard]] const std::vector<Layer>& layers() const { return m_layers; }
    /// Channels of the cut's map.
    [[nodiscard]] int features() const { return m_layers.back().channels; }
    /// Kernels, biases, gammas and betas of the layers from `first` on, for an optimizer.
    [[nodiscard]] std::vector<torch::Tensor> trainableTensors(std::size_t first = 0) const;
    /// Of the layers from `first` on, in Keras layout, float32.
    [[nodiscard]] weights::TensorMap tensors(std::size_t first = 0) const;
    /// The values of tensors() put back into those that trainableTensors() gave, which stay the same objects.
    /// Errors: missingTensor, shapeMismatch.
    [[nodiscard]] core::Result<void> assign(const weights::TensorMap& values, std::size_t first = 0);

private:
    using Normalize = std::function<torch::Tensor(const Layer&, const torch::Tensor&)>;
    [[nodiscard]] torch::Tensor evaluate(const torch::Tensor& input, const Normalize& normalize,
                                         const Look& look) const;
    void evaluateRange(std::size_t first, std::size_t end, std::vector<torch::Tensor>& values,
                       const Normalize& normalize, const Look& look) const;
    [[nodiscard]] torch::Tensor normalizeFrozen(const Layer& layer, const torch::Tensor& x) const;
    [[nodiscard]] torch::Tensor apply(const Layer& layer, const std::vector<torch::Tensor>& values,
                                      const Normalize& normalize) const;
    [[nodiscard]] const torch::Tensor& tensor(const std::string& name) const { return m_tensors.at(name); }

    std::vector<Layer> m_layers;
    std::vector<int> m_lastUse; ///< for each layer, the index of the last one that reads it
    std::unordered_map<std::string, torch::Tensor> m_tensors; ///< kernels OIHW
};

} // namespace pleurascope::model
