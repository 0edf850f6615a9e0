// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/OneDnnPlan.h"

namespace pleurascope::inference {

using dnnl::memory;

PackedWeights::PackedWeights(const model::Backbone& backbone, const dnnl::engine& engine)
    : m_backbone(backbone)
    , m_engine(engine)
    , m_stream(engine) {}

memory PackedWeights::wrap(const torch::Tensor& values) {
    const torch::Tensor whole = values.contiguous();
    m_kept.push_back(whole);
    memory::dims shape(whole.sizes().begin(), whole.sizes().end());
    constexpr std::array tags{memory::format_tag::a, memory::format_tag::ab, memory::format_tag::abc,
                              memory::format_tag::abcd};
    return {{shape, memory::data_type::f32, tags.at(shape.size() - 1)}, m_engine, whole.data_ptr<float>()};
}

PackedWeights::Convolution& PackedWeights::convolution(const FusedStep& step) {
    if (const auto found = m_convolutions.find(step.layer); found != m_convolutions.end())
        return found->second;
    const auto& layer = m_backbone.layers()[static_cast<std::size_t>(step.layer)];
    torch::Tensor kernel = m_backbone.tensor(layer.name + "/kernel").detach();
    torch::Tensor bias = layer.bias ? m_backbone.tensor(layer.name + "/bias").detach()
                                    : torch::zeros({layer.channels}, kernel.options());
    if (step.batchNorm >= 0) {
        const std::string& norm = m_backbone.layers()[static_cast<std::size_t>(step.batchNorm)].name;
        const auto values = [&](const char* name) {
            return m_backbone.tensor(norm + name).detach().to(torch::kFloat64);
        };
        const torch::Tensor scale =
            values("/gamma") / torch::sqrt(values("/moving_variance") + weights::batchNormEpsilon);
        bias = ((bias - values("/moving_mean")) * scale + values("/beta")).to(torch::kFloat32);
        kernel = (kernel * scale.view({-1, 1, 1, 1})).to(torch::kFloat32);
    }
    return m_convolutions.emplace(step.layer, Convolution{kernel.contiguous(), bias.contiguous(), {}})
        .first->second;
}

memory PackedWeights::kernel(const FusedStep& step, const memory::desc& wanted) {
    Convolution& entry = convolution(step);
    for (const memory& packed : entry.packed)
        if (packed.get_desc() == wanted)
            return packed;
    const auto sizes = entry.kernel.sizes();
    memory loose({memory::dims(sizes.begin(), sizes.end()), memory::data_type::f32, memory::format_tag::oihw},
                 m_engine, entry.kernel.data_ptr<float>());
    memory packed(wanted, m_engine);
    dnnl::reorder(loose, packed).execute(m_stream, loose, packed);
    m_stream.wait();
    entry.packed.push_back(packed);
    return packed;
}

memory PackedWeights::bias(const FusedStep& step) {
    const torch::Tensor& values = convolution(step).bias;
    return {{{values.size(0)}, memory::data_type::f32, memory::format_tag::a},
            m_engine,
            values.data_ptr<float>()};
}

memory PackedWeights::parameter(const std::string& name) {
    if (const auto found = m_memories.find(name); found != m_memories.end())
        return found->second;
    return m_memories.emplace(name, wrap(m_backbone.tensor(name).detach())).first->second;
}

memory PackedWeights::scaleShift(const std::string& layer) {
    if (const auto found = m_memories.find(layer); found != m_memories.end())
        return found->second;
    const torch::Tensor both = torch::stack(
        {m_backbone.tensor(layer + "/gamma").detach(), m_backbone.tensor(layer + "/beta").detach()});
    return m_memories.emplace(layer, wrap(both)).first->second;
}

} // namespace pleurascope::inference
