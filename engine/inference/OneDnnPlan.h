// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/LayerFusion.h"
#include "engine/model/Backbone.h"

#include <dnnl.hpp>

#include <map>
#include <unordered_map>
#include <vector>

namespace pleurascope::inference {

/// A fused network's weights as oneDNN takes them: batch norms folded in float32, each packed once in the
/// layout that its step asks for, and shared by the plans of all film sizes.
class PackedWeights {
public:
    PackedWeights(const model::Backbone& backbone, const dnnl::engine& engine);

    /// Kernel of a convolution with the norm of `step` folded in.
    [[nodiscard]] dnnl::memory kernel(const FusedStep& step, const dnnl::memory::desc& wanted);
    [[nodiscard]] dnnl::memory bias(const FusedStep& step);
    /// A batch norm's mean, variance, and (2, C) gamma and beta.
    [[nodiscard]] dnnl::memory parameter(const std::string& name);
    [[nodiscard]] dnnl::memory scaleShift(const std::string& layer);

private:
    struct Convolution {
        torch::Tensor kernel, bias;
        std::vector<dnnl::memory> packed;
    };
    Convolution& convolution(const FusedStep& step);
    [[nodiscard]] dnnl::memory wrap(const torch::Tensor& values);

    const model::Backbone m_backbone;
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    std::map<int, Convolution> m_convolutions;
    std::unordered_map<std::string, dnnl::memory> m_memories;
    std::vector<torch::Tensor> m_kept; ///< what the memories point into
};

/// The primitives of one pass at one input shape: from the value of layer `first` to those of `outputs`.
/// Buffers are used again as soon as a value has been read for the last time.
class OneDnnPlan {
public:
    OneDnnPlan(const std::vector<weights::Layer>& layers, const std::vector<FusedStep>& steps,
               const std::vector<std::size_t>& outputs, PackedWeights& weights, const dnnl::engine& engine,
               int first, const dnnl::memory::dims& inputShape);

    [[nodiscard]] std::vector<torch::Tensor> run(const torch::Tensor& input, dnnl::stream& stream);

private:
    struct Call {
        dnnl::primitive primitive;
        std::unordered_map<int, dnnl::memory> arguments;
    };
    struct Buffer {
        std::shared_ptr<void> bytes;
        std::size_t size = 0;
        bool free = false;
    };
    void add(const FusedStep& step);
    void convolve(const FusedStep& step);
    void normalize(const FusedStep& step);
    void pool(const FusedStep& step);
    void pad(const FusedStep& step);
    void rectify(const FusedStep& step);
    void sum(const FusedStep& step);
    /// The value in the wanted layout, by a reorder where it lies in another.
    dnnl::memory inLayout(int layer, const dnnl::memory::desc& wanted);
    dnnl::memory allocate(const dnnl::memory::desc& desc, std::size_t& place);
    void setValue(int layer, const dnnl::memory& value, std::size_t buffer);
    void release(const FusedStep& step, std::size_t place);
    [[nodiscard]] const weights::Layer& layer(int i) const { return m_layers[static_cast<std::size_t>(i)]; }

    const std::vector<weights::Layer>& m_layers;
    const std::vector<std::size_t>& m_outputs;
    PackedWeights& m_weights;
    dnnl::engine m_engine;
    dnnl::memory m_input;
    std::vector<Call> m_calls;
    std::map<int, dnnl::memory> m_values;
    std::map<int, std::size_t> m_bufferOf;
    std::map<int, std::size_t> m_lastRead; ///< layer -> index of the last step that reads its value
    std::vector<Buffer> m_buffers;
    std::vector<std::size_t> m_scratch; ///< buffers of reordered inputs, free after their step
};

} // namespace pleurascope::inference
