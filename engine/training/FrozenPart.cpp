// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/FrozenPart.h"

#include "engine/core/Sha256.h"

namespace pleurascope::training {

FrozenPart FrozenPart::none(const inference::Network& network) {
    return {network, 0, false};
}

FrozenPart FrozenPart::below(const inference::Network& network, std::size_t first) {
    return {network, first, false};
}

FrozenPart FrozenPart::backbone(const inference::Network& network) {
    return {network, network.backbone.layers().size(), true};
}

std::vector<torch::Tensor> FrozenPart::forward(const torch::Tensor& input) const {
    const torch::NoGradGuard noGrad;
    if (m_pooled)
        return {model::globalAverage(m_network.backbone.forward(input))};
    if (m_end == 0)
        return {input};
    return m_network.backbone.forwardTo(m_end, input);
}

std::vector<std::vector<std::int64_t>> FrozenPart::shapes() const {
    const auto size = static_cast<std::int64_t>(m_network.description.inputSize);
    if (m_end == 0)
        return {{3, size, size}};
    if (m_pooled)
        return {{m_network.backbone.features()}};
    std::vector<std::vector<std::int64_t>> shapes;
    for (const auto& value : forward(torch::zeros({1, 3, size, size}, m_network.device)))
        shapes.push_back(value.sizes().slice(1).vec());
    return shapes;
}

std::string FrozenPart::identity() const {
    core::Sha256 hash;
    const auto& layers = m_network.backbone.layers();
    hash.add(std::string(m_pooled ? "pooled " : "maps ") + std::to_string(m_network.description.inputSize) +
             " " + std::string(weights::scalingName(m_network.description.scaling)) + " torch " +
             TORCH_VERSION + " " + m_network.device.str());
    for (std::size_t i = 0; i < m_end; ++i)
        hash.add("\n" + layers[i].name + " " + std::to_string(layers[i].stride));
    for (const auto& [name, tensor] : m_network.backbone.tensors()) {
        const std::string layer = name.substr(0, name.rfind('/'));
        for (std::size_t i = 0; i < m_end; ++i)
            if (layers[i].name == layer) {
                hash.add("\n" + name + "\n");
                hash.add(std::as_bytes(std::span(tensor.values)));
            }
    }
    return hash.finish();
}

} // namespace pleurascope::training
