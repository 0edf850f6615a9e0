// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Backbone.h"

#include "engine/model/TensorConversion.h"

#include <algorithm>

namespace pleurascope::model {

namespace {

bool isKernel(const std::string& name) {
    return name.ends_with("/kernel");
}

std::vector<int> lastUses(const std::vector<Layer>& layers) {
    std::vector<int> last(layers.size(), static_cast<int>(layers.size()));
    for (std::size_t i = 0; i < layers.size(); ++i)
        for (const int input : layers[i].inputs)
            last[static_cast<std::size_t>(input)] = static_cast<int>(i);
    return last;
}

} // namespace

core::Result<Backbone> Backbone::create(const weights::BackboneDescription& description,
                                        const weights::TensorMap& tensors) {
    auto layers = weights::layersToCut(description);
    if (!layers)
        return core::failure(layers);
    Backbone backbone;
    backbone.m_layers = std::move(*layers);
    backbone.m_lastUse = lastUses(backbone.m_layers);
    for (const Layer& layer : backbone.m_layers) {
        for (const auto& [name, shape] : tensorsOf(layer)) {
            auto tensor = toTorch(tensors, name, shape);
            if (!tensor)
                return core::failure(tensor);
            // Keras HWIO -> torch OIHW
            backbone.m_tensors[name] = isKernel(name) ? tensor->permute({3, 2, 0, 1}).contiguous() : *tensor;
        }
    }
    return backbone;
}

void Backbone::to(torch::Device device, torch::ScalarType type) {
    for (auto& [name, tensor] : m_tensors)
        tensor = tensor.to(device, type);
}

torch::Tensor Backbone::apply(const Layer& layer, const std::vector<torch::Tensor>& values,
                              const Normalize& normalize) const {
    const auto in = [&](std::size_t i) -> const torch::Tensor& {
        return values[static_cast<std::size_t>(layer.inputs[i])];
    };
    switch (layer.kind) {
    case LayerKind::zeroPadding:
        return torch::constant_pad_nd(in(0), {layer.kernel, layer.kernel, layer.kernel, layer.kernel});
    case LayerKind::convolution:
        return torch::conv2d(in(0), tensor(layer.name + "/kernel"),
                             layer.bias ? tensor(layer.name + "/bias") : torch::Tensor(), layer.stride,
                             layer.padded ? layer.kernel / 2 : 0);
    case LayerKind::maxPooling:
        return torch::max_pool2d(in(0), layer.kernel, layer.stride);
    case LayerKind::averagePooling:
        return torch::avg_pool2d(in(0), layer.kernel, layer.stride);
    case LayerKind::batchNormalization:
        return normalize(layer, in(0));
    case LayerKind::relu:
        return torch::relu(in(0));
    case LayerKind::add:
        return in(0) + in(1);
    case LayerKind::concatenate:
        return torch::cat({in(0), in(1)}, 1);
    case LayerKind::input:
        break;
    }
    return {};
}

void Backbone::evaluateRange(std::size_t first, std::size_t end, std::vector<torch::Tensor>& values,
                             const Normalize& normalize, const Look& look) const {
    for (std::size_t i = first; i < end; ++i) {
        const Layer& layer = m_layers[i];
        if (layer.kind != LayerKind::input)
            values[i] = apply(layer, values, normalize);
        if (look)
            look(layer, values[i]);
        for (const int used : layer.inputs)
            if (m_lastUse[static_cast<std::size_t>(used)] == static_cast<int>(i))
                values[static_cast<std::size_t>(used)] = torch::Tensor();
    }
}

torch::Tensor Backbone::evaluate(const torch::Tensor& input, const Normalize& normalize,
                                 const Look& look) const {
    std::vector<torch::Tensor> values(m_layers.size());
    values.front() = input;
    evaluateRange(0, m_layers.size(), values, normalize, look);
    return values.back();
}

torch::Tensor Backbone::normalizeFrozen(const Layer& layer, const torch::Tensor& x) const {
    return torch::batch_norm(x, tensor(layer.name + "/gamma"), tensor(layer.name + "/beta"),
                             tensor(layer.name + "/moving_mean"), tensor(layer.name + "/moving_variance"),
                             false, 0, weights::batchNormEpsilon, false);
}

torch::Tensor Backbone::forward(const torch::Tensor& input, const Look& look) const {
    return evaluate(
        input, [this](const Layer& layer, const torch::Tensor& x) { return normalizeFrozen(layer, x); },
        look);
}

core::Result<std::size_t> Backbone::firstOfStage(std::string_view stage) const {
    const auto place = [this](const auto& isIt) {
        return static_cast<std::size_t>(std::find_if(m_layers.begin(), m_layers.end(), isIt) -
                                        m_layers.begin());
    };
    std::size_t first = place([&](const Layer& layer) { return layer.name == stage; });
    if (first == m_layers.size())
        first = place([&](const Layer& layer) { return layer.name.starts_with(std::string(stage) + "_"); });
    if (stage.empty() || first == 0 || first == m_layers.size())
        return core::failure(core::ErrorCode::unknownLayer, std::string(stage));
    return first;
}

std::vector<std::size_t> Backbone::boundary(std::size_t first) const {
    std::vector<std::size_t> layers;
    for (std::size_t i = 0; i < first; ++i)
        if (m_lastUse[i] >= static_cast<int>(first))
            layers.push_back(i);
    return layers;
}

std::vector<torch::Tensor> Backbone::forwardTo(std::size_t first, const torch::Tensor& input) const {
    std::vector<torch::Tensor> values(m_layers.size());
    values.front() = input;
    evaluateRange(0, first, values,
                  [this](const Layer& layer, const torch::Tensor& x) { return normalizeFrozen(layer, x); },
                  {});
    std::vector<torch::Tensor> kept;
    for (const std::size_t layer : boundary(first))
        kept.push_back(values[layer]);
    return kept;
}

torch::Tensor Backbone::forwardFrom(std::size_t first,
                                    const std::vector<torch::Tensor>& boundaryValues) const {
    std::vector<torch::Tensor> values(m_layers.size());
    const auto layers = boundary(first);
    for (std::size_t i = 0; i < layers.size(); ++i)
        values[layers[i]] = boundaryValues[i];
    evaluateRange(first, m_layers.size(), values,
                  [this](const Layer& layer, const torch::Tensor& x) { return normalizeFrozen(layer, x); },
                  {});
    return values.back();
}

torch::Tensor Backbone::forwardTraining(const torch::Tensor& input, double momentum) {
    const auto normalize = [this, momentum](const Layer& layer, const torch::Tensor& x) {
        {
            const torch::NoGradGuard noGrad;
            const torch::Tensor plain = x.detach();
            // Keras keeps the biased variance; torch's own running update would store the unbiased one.
            const torch::Tensor mean = plain.mean({0, 2, 3});
            const torch::Tensor variance = plain.var({0, 2, 3}, false);
            m_tensors.at(layer.name + "/moving_mean").mul_(momentum).add_(mean, 1 - momentum);
            m_tensors.at(layer.name + "/moving_variance").mul_(momentum).add_(variance, 1 - momentum);
        }
        return torch::batch_norm(x, tensor(layer.name + "/gamma"), tensor(layer.name + "/beta"), {}, {}, true,
                                 0, weights::batchNormEpsilon, false);
    };
    return evaluate(input, normalize, {});
}

std::vector<torch::Tensor> Backbone::trainableTensors(std::size_t first) const {
    std::vector<torch::Tensor> trainable;
    for (std::size_t i = first; i < m_layers.size(); ++i)
        for (const auto& [name, shape] : tensorsOf(m_layers[i]))
            if (name.find("/moving_") == std::string::npos)
                trainable.push_back(tensor(name));
    return trainable;
}

weights::TensorMap Backbone::tensors(std::size_t first) const {
    weights::TensorMap map;
    for (std::size_t i = first; i < m_layers.size(); ++i)
        for (const auto& [name, shape] : tensorsOf(m_layers[i]))
            map.emplace(name, fromTorch(isKernel(name) ? tensor(name).permute({2, 3, 1, 0}) : tensor(name)));
    return map;
}

core::Result<void> Backbone::assign(const weights::TensorMap& values, std::size_t first) {
    const torch::NoGradGuard noGrad;
    for (std::size_t i = first; i < m_layers.size(); ++i)
        for (const auto& [name, shape] : tensorsOf(m_layers[i])) {
            const auto value = toTorch(values, name, shape);
            if (!value)
                return core::failure(value);
            m_tensors.at(name).copy_(isKernel(name) ? value->permute({3, 2, 0, 1}) : *value);
        }
    return {};
}

} // namespace pleurascope::model
