// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Initialisation.h"

#include "engine/weights/LayerGraph.h"

#include <cmath>
#include <random>

namespace pleurascope::model {

namespace {

/// Keras' compute_fans: the last two dimensions are in and out, the ones before the receptive field.
double glorotLimit(const std::vector<std::int64_t>& shape) {
    double field = 1;
    for (std::size_t i = 0; i + 2 < shape.size(); ++i)
        field *= static_cast<double>(shape[i]);
    const double fans = field * static_cast<double>(shape[shape.size() - 2] + shape[shape.size() - 1]);
    return std::sqrt(6.0 / fans);
}

weights::Tensor initialTensor(const std::string& name, const std::vector<std::int64_t>& shape,
                              std::mt19937& generator) {
    weights::Tensor tensor{shape,
                           std::vector<float>(static_cast<std::size_t>(weights::elementCount(shape)), 0.0F)};
    if (name.ends_with("/kernel")) {
        const double limit = glorotLimit(shape);
        for (float& value : tensor.values)
            value = static_cast<float>((generator() / 2147483648.0 - 1.0) * limit);
    } else if (name.ends_with("/gamma") || name.ends_with("/moving_variance")) {
        tensor.values.assign(tensor.values.size(), 1.0F);
    }
    return tensor;
}

} // namespace

core::Result<weights::TensorMap> initialBackbone(const weights::BackboneDescription& description,
                                                 std::uint32_t seed) {
    const auto layers = layersUpTo(resNetV2Layers(description), description.cut);
    if (!layers)
        return core::failure(layers);
    std::mt19937 generator(seed);
    weights::TensorMap tensors;
    for (const auto& layer : *layers)
        for (const auto& [name, shape] : tensorsOf(layer))
            tensors.emplace(name, initialTensor(name, shape, generator));
    return tensors;
}

weights::TensorMap initialHead(const weights::HeadDescription& description, int features, int classes,
                               std::uint32_t seed) {
    std::mt19937 generator(seed);
    weights::TensorMap tensors;
    for (const auto& [name, shape] : tensorsOf(description, features, classes))
        tensors.emplace(name, initialTensor(name, shape, generator));
    return tensors;
}

} // namespace pleurascope::model
