// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Initialisation.h"

#include "engine/weights/InitialTensor.h"
#include "engine/weights/LayerGraph.h"

namespace pleurascope::model {

core::Result<weights::TensorMap> initialBackbone(const weights::BackboneDescription& description,
                                                 std::uint32_t seed) {
    const auto layers = weights::layersToCut(description);
    if (!layers)
        return core::failure(layers);
    std::mt19937 generator(seed);
    weights::TensorMap tensors;
    for (const auto& layer : *layers)
        for (const auto& [name, shape] : tensorsOf(layer))
            tensors.emplace(name, weights::initialTensor(name, shape, generator));
    return tensors;
}

weights::TensorMap initialHead(const weights::HeadDescription& description, int features, int classes,
                               std::uint32_t seed) {
    std::mt19937 generator(seed);
    weights::TensorMap tensors;
    for (const auto& [name, shape] : tensorsOf(description, features, classes))
        tensors.emplace(name, weights::initialTensor(name, shape, generator));
    return tensors;
}

} // namespace pleurascope::model
