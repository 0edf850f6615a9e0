// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/BackboneShape.h"

#include "engine/model/LayerGraph.h"

#include <algorithm>

namespace pleurascope::model {

namespace {

/// Output channels of a convolution's kernel (HWIO), or 0.
int outputChannels(const weights::TensorMap& tensors, const std::string& layer) {
    const auto found = tensors.find(layer + "/kernel");
    if (found == tensors.end() || found->second.shape.size() != 4)
        return 0;
    return static_cast<int>(std::min<std::int64_t>(found->second.shape[3], 65536));
}

} // namespace

weights::BackboneDescription backboneShape(const weights::TensorMap& tensors,
                                           const weights::BackboneDescription& otherwise) {
    weights::BackboneDescription shape = otherwise;
    if (const int stem = outputChannels(tensors, "conv1_conv"); stem > 0)
        shape.stemFilters = stem;
    for (std::size_t stage = 0; stage < shape.filters.size(); ++stage) {
        const std::string prefix = "conv" + std::to_string(stage + 2) + "_block";
        const int filters = outputChannels(tensors, prefix + "1_1_conv");
        if (filters == 0)
            break;
        shape.filters[stage] = filters;
        // Never fewer blocks than the family has: a file that ends early must not move the stride of the last
        // block.
        while (outputChannels(tensors, prefix + std::to_string(shape.blocks[stage] + 1) + "_1_conv") > 0)
            ++shape.blocks[stage];
    }
    return shape;
}

core::Result<std::string> deepestCompleteCut(const weights::BackboneDescription& description,
                                             const weights::TensorMap& tensors) {
    const auto layers = layersUpTo(resNetV2Layers(description), description.cut);
    if (!layers)
        return core::failure(layers);
    std::vector<char> complete(layers->size(), 1);
    std::string deepest;
    for (std::size_t i = 0; i < layers->size(); ++i) {
        const Layer& layer = (*layers)[i];
        for (const int input : layer.inputs)
            complete[i] &= complete[static_cast<std::size_t>(input)];
        for (const auto& [name, shape] : tensorsOf(layer))
            complete[i] &= static_cast<char>(tensors.contains(name));
        const bool isSeam = layer.kind == LayerKind::add || layer.kind == LayerKind::relu;
        if (complete[i] != 0 && (isSeam || i + 1 == layers->size()))
            deepest = layer.name;
    }
    if (deepest.empty())
        return core::failure(core::ErrorCode::missingTensor, "conv1_conv/kernel");
    return deepest;
}

} // namespace pleurascope::model
