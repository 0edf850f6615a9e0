// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/OneDnnPlan.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace pleurascope::inference {

using dnnl::memory;
using weights::Layer;
using weights::LayerKind;

namespace {

memory::desc anyLayout(const memory::dims& shape) {
    return {shape, memory::data_type::f32, memory::format_tag::any};
}

memory::desc plain(const memory::dims& shape) {
    return {shape, memory::data_type::f32, memory::format_tag::nchw};
}

/// The same layout at another size; NCHW where it is none that oneDNN's blocked primitives use.
memory::desc likewise(const memory::desc& pattern, const memory::dims& shape) {
    for (const auto tag : {memory::format_tag::nChw16c, memory::format_tag::nChw8c, memory::format_tag::nhwc})
        if (memory::desc(pattern.dims(), memory::data_type::f32, tag) == pattern)
            return {shape, memory::data_type::f32, tag};
    return plain(shape);
}

memory::dim outputSize(memory::dim size, const Layer& layer, int padding) {
    return (size + 2 * padding - layer.kernel) / layer.stride + 1;
}

dnnl::primitive_attr postOperations(const FusedStep& step) {
    dnnl::post_ops operations;
    if (step.addend >= 0)
        operations.append_sum(1.0F);
    if (step.relu)
        operations.append_eltwise(1.0F, dnnl::algorithm::eltwise_relu, 0.0F, 0.0F);
    dnnl::primitive_attr attributes;
    attributes.set_post_ops(operations);
    return attributes;
}

} // namespace

OneDnnPlan::OneDnnPlan(const std::vector<Layer>& layers, const std::vector<FusedStep>& steps,
                       const std::vector<std::size_t>& outputs, PackedWeights& weights,
                       const dnnl::engine& engine, int first, const memory::dims& inputShape)
    : m_layers(layers)
    , m_outputs(outputs)
    , m_weights(weights)
    , m_engine(engine)
    , m_input(plain(inputShape), engine, nullptr) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (layer(steps[i].layer).kind == LayerKind::add)
            for (const int input : layer(steps[i].layer).inputs)
                m_lastRead[input] = i;
        m_lastRead[steps[i].input] = i;
        if (steps[i].addend >= 0)
            m_lastRead[steps[i].addend] = i;
    }
    m_values.emplace(first, m_input);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        add(steps[i]);
        release(steps[i], i);
    }
}

void OneDnnPlan::add(const FusedStep& step) {
    switch (layer(step.layer).kind) {
    case LayerKind::convolution:
        return convolve(step);
    case LayerKind::batchNormalization:
        return normalize(step);
    case LayerKind::maxPooling:
    case LayerKind::averagePooling:
        return pool(step);
    case LayerKind::zeroPadding:
        return pad(step);
    case LayerKind::relu:
        return rectify(step);
    case LayerKind::add:
        return sum(step);
    case LayerKind::input:
    case LayerKind::concatenate:
        break;
    }
    std::abort(); // OneDnnBackbone::create lets no such layer in
}

void OneDnnPlan::convolve(const FusedStep& step) {
    const Layer& convolution = layer(step.layer);
    const memory::dims in = m_values.at(step.input).get_desc().dims();
    const memory::dims out{in[0], convolution.channels, outputSize(in[2], convolution, step.padding),
                           outputSize(in[3], convolution, step.padding)};
    const memory::dims kernel{convolution.channels, in[1], convolution.kernel, convolution.kernel};
    const memory::dims stride{convolution.stride, convolution.stride};
    const memory::dims padding{step.padding, step.padding};
    const auto source = in[1] == 3 ? m_values.at(step.input).get_desc() : anyLayout(in);
    const dnnl::convolution_forward::desc operation(
        dnnl::prop_kind::forward_inference, dnnl::algorithm::convolution_direct, source, anyLayout(kernel),
        memory::desc({convolution.channels}, memory::data_type::f32, memory::format_tag::a), anyLayout(out),
        stride, padding, padding);
    const dnnl::convolution_forward::primitive_desc chosen(operation, postOperations(step), m_engine);
    const memory input = inLayout(step.input, chosen.src_desc());
    std::size_t buffer = 0;
    memory output;
    if (step.addend >= 0 && m_values.at(step.addend).get_desc() == chosen.dst_desc()) {
        output = m_values.at(step.addend);
        buffer = m_bufferOf.at(step.addend);
    } else {
        output = allocate(chosen.dst_desc(), buffer);
        if (step.addend >= 0)
            m_calls.push_back({dnnl::reorder(m_values.at(step.addend), output),
                               {{DNNL_ARG_FROM, m_values.at(step.addend)}, {DNNL_ARG_TO, output}}});
    }
    m_calls.push_back({dnnl::convolution_forward(chosen),
                       {{DNNL_ARG_SRC, input},
                        {DNNL_ARG_WEIGHTS, m_weights.kernel(step, chosen.weights_desc())},
                        {DNNL_ARG_BIAS, m_weights.bias(step)},
                        {DNNL_ARG_DST, output}}});
    setValue(step.output, output, buffer);
}

void OneDnnPlan::normalize(const FusedStep& step) {
    const memory input = m_values.at(step.input);
    const std::string& name = layer(step.layer).name;
    auto flags = dnnl::normalization_flags::use_global_stats | dnnl::normalization_flags::use_scale_shift;
    if (step.relu)
        flags |= dnnl::normalization_flags::fuse_norm_relu;
    const dnnl::batch_normalization_forward::primitive_desc chosen(
        {dnnl::prop_kind::forward_inference, input.get_desc(), static_cast<float>(weights::batchNormEpsilon),
         flags},
        m_engine);
    std::size_t buffer = 0;
    const memory output = allocate(input.get_desc(), buffer);
    m_calls.push_back({dnnl::batch_normalization_forward(chosen),
                       {{DNNL_ARG_SRC, input},
                        {DNNL_ARG_MEAN, m_weights.parameter(name + "/moving_mean")},
                        {DNNL_ARG_VARIANCE, m_weights.parameter(name + "/moving_variance")},
                        {DNNL_ARG_SCALE_SHIFT, m_weights.scaleShift(name)},
                        {DNNL_ARG_DST, output}}});
    setValue(step.output, output, buffer);
}

void OneDnnPlan::pool(const FusedStep& step) {
    const Layer& pooling = layer(step.layer);
    const memory input = m_values.at(step.input);
    const memory::dims in = input.get_desc().dims();
    const memory::dims out{in[0], in[1], outputSize(in[2], pooling, 0), outputSize(in[3], pooling, 0)};
    const auto algorithm = pooling.kind == LayerKind::maxPooling
                               ? dnnl::algorithm::pooling_max
                               : dnnl::algorithm::pooling_avg_exclude_padding;
    const memory::dims none{0, 0};
    const dnnl::pooling_forward::primitive_desc chosen(
        {dnnl::prop_kind::forward_inference, algorithm, input.get_desc(), anyLayout(out),
         memory::dims{pooling.stride, pooling.stride}, memory::dims{pooling.kernel, pooling.kernel}, none,
         none},
        m_engine);
    std::size_t buffer = 0;
    const memory output = allocate(chosen.dst_desc(), buffer);
    m_calls.push_back({dnnl::pooling_forward(chosen), {{DNNL_ARG_SRC, input}, {DNNL_ARG_DST, output}}});
    setValue(step.output, output, buffer);
}

/// Zeros that a pool sees (oneDNN's own padding of a maximum is minus infinity): the value is laid into a
/// larger one whose border is zero for good, so its buffer is never shared.
void OneDnnPlan::pad(const FusedStep& step) {
    const memory input = m_values.at(step.input);
    const int width = layer(step.layer).kernel;
    memory::dims shape = input.get_desc().dims();
    shape[2] += 2 * width;
    shape[3] += 2 * width;
    const memory::desc padded = likewise(input.get_desc(), shape);
    const memory output(padded, m_engine);
    std::memset(output.get_data_handle(), 0, padded.get_size());
    const memory::desc inside = padded.submemory_desc(input.get_desc().dims(), {0, 0, width, width});
    const memory target(inside, m_engine, output.get_data_handle());
    m_calls.push_back({dnnl::reorder(input, target), {{DNNL_ARG_FROM, input}, {DNNL_ARG_TO, target}}});
    m_values[step.output] = output;
}

void OneDnnPlan::rectify(const FusedStep& step) {
    const memory input = m_values.at(step.input);
    const dnnl::eltwise_forward::primitive_desc chosen(
        {dnnl::prop_kind::forward_inference, dnnl::algorithm::eltwise_relu, input.get_desc(), 0.0F, 0.0F},
        m_engine);
    std::size_t buffer = 0;
    const memory output = allocate(input.get_desc(), buffer);
    m_calls.push_back({dnnl::eltwise_forward(chosen), {{DNNL_ARG_SRC, input}, {DNNL_ARG_DST, output}}});
    setValue(step.output, output, buffer);
}

void OneDnnPlan::sum(const FusedStep& step) {
    const auto& inputs = layer(step.layer).inputs;
    const memory first = m_values.at(inputs[0]);
    const memory second = inLayout(inputs[1], first.get_desc());
    const dnnl::binary::primitive_desc chosen(
        {dnnl::algorithm::binary_add, first.get_desc(), second.get_desc(), first.get_desc()}, m_engine);
    std::size_t buffer = 0;
    const memory output = allocate(first.get_desc(), buffer);
    m_calls.push_back(
        {dnnl::binary(chosen), {{DNNL_ARG_SRC_0, first}, {DNNL_ARG_SRC_1, second}, {DNNL_ARG_DST, output}}});
    setValue(step.output, output, buffer);
}

memory OneDnnPlan::inLayout(int layer, const memory::desc& wanted) {
    const memory value = m_values.at(layer);
    if (value.get_desc() == wanted)
        return value;
    std::size_t buffer = 0;
    memory reordered = allocate(wanted, buffer);
    m_scratch.push_back(buffer);
    m_calls.push_back({dnnl::reorder(value, reordered), {{DNNL_ARG_FROM, value}, {DNNL_ARG_TO, reordered}}});
    return reordered;
}

memory OneDnnPlan::allocate(const memory::desc& desc, std::size_t& place) {
    const std::size_t size = desc.get_size();
    std::size_t best = m_buffers.size();
    for (std::size_t i = 0; i < m_buffers.size(); ++i)
        if (m_buffers[i].free && m_buffers[i].size >= size &&
            (best == m_buffers.size() || m_buffers[i].size < m_buffers[best].size))
            best = i;
    if (best == m_buffers.size()) {
        constexpr std::size_t page = 4096;
        const std::size_t whole = (size + page - 1) / page * page;
        void* bytes = std::aligned_alloc(page, whole);
        if (bytes == nullptr)
            throw std::bad_alloc();
        m_buffers.push_back({std::shared_ptr<void>(bytes, std::free), whole, false});
    }
    m_buffers[best].free = false;
    place = best;
    return {desc, m_engine, m_buffers[best].bytes.get()};
}

void OneDnnPlan::setValue(int layer, const memory& value, std::size_t buffer) {
    m_values[layer] = value;
    m_bufferOf[layer] = buffer;
}

void OneDnnPlan::release(const FusedStep& step, std::size_t place) {
    for (const std::size_t buffer : m_scratch)
        m_buffers[buffer].free = true;
    m_scratch.clear();
    if (step.addend >= 0 && m_bufferOf.contains(step.addend) &&
        m_bufferOf.at(step.addend) == m_bufferOf.at(step.output))
        m_bufferOf.erase(step.addend); // its place is the sum's now
    for (auto read = m_lastRead.begin(); read != m_lastRead.end(); ++read) {
        const bool isOutput =
            std::find(m_outputs.begin(), m_outputs.end(), std::size_t(read->first)) != m_outputs.end();
        if (read->second != place || isOutput || !m_bufferOf.contains(read->first))
            continue;
        m_buffers[m_bufferOf.at(read->first)].free = true;
        m_bufferOf.erase(read->first);
    }
}

std::vector<torch::Tensor> OneDnnPlan::run(const torch::Tensor& input, dnnl::stream& stream) {
    m_input.set_data_handle(input.data_ptr<float>());
    for (const Call& call : m_calls)
        call.primitive.execute(stream, call.arguments);
    std::vector<torch::Tensor> results;
    for (const std::size_t output : m_outputs) {
        const memory& value = m_values.at(static_cast<int>(output));
        const memory::dims shape = value.get_desc().dims();
        torch::Tensor result = torch::empty({shape[0], shape[1], shape[2], shape[3]});
        memory target(plain(shape), m_engine, result.data_ptr<float>());
        dnnl::reorder(value, target).execute(stream, const_cast<memory&>(value), target);
        results.push_back(std::move(result));
    }
    stream.wait();
    return results;
}

} // namespace pleurascope::inference
