// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Backbone.h"

#include "engine/model/TensorConversion.h"

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

torch::Tensor Backbone::evaluate(const torch::Tensor& input, const Normalize& normalize,
                                 const Look& look) const {
    std::vector<torch::Tensor> values(m_layers.size());
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        values[i] = layer.kind == LayerKind::input ? input : apply(layer, values, normalize);
        if (look)
            look(layer, values[i]);
        for (const int used : layer.inputs)
            if (m_lastUse[static_cast<std::size_t>(used)] == static_cast<int>(i))
                values[static_cast<std::size_t>(used)] = torch::Tensor();
    }
    return values.back();
}

torch::Tensor Backbone::forward(const torch::Tensor& input, const Look& look) const {
    const auto normalize = [this](const Layer& layer, const torch::Tensor& x) {
        return torch::batch_norm(x, tensor(layer.name + "/gamma"), tensor(layer.name + "/beta"),
                                 tensor(layer.name + "/moving_mean"), tensor(layer.name + "/moving_variance"),
                                 false, 0, weights::batchNormEpsilon, false);
    };
    return evaluate(input, normalize, look);
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

std::vector<torch::Tensor> Backbone::trainableTensors() const {
    std::vector<torch::Tensor> trainable;
    for (const Layer& layer : m_layers)
        for (const auto& [name, shape] : tensorsOf(layer))
            if (name.find("/moving_") == std::string::npos)
                trainable.push_back(tensor(name));
    return trainable;
}

weights::TensorMap Backbone::tensors() const {
    weights::TensorMap map;
    for (const auto& [name, value] : m_tensors)
        map.emplace(name, fromTorch(isKernel(name) ? value.permute({2, 3, 1, 0}) : value));
    return map;
}

} // namespace pleurascope::model
