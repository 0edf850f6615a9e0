// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/LayerGraph.h"

#include "engine/weights/DenseNet.h"
#include "engine/weights/ResNetV2.h"

#include <algorithm>

namespace pleurascope::weights {

namespace {

void markNeeded(const std::vector<Layer>& layers, int index, std::vector<char>& needed) {
    if (needed[static_cast<std::size_t>(index)])
        return;
    needed[static_cast<std::size_t>(index)] = 1;
    for (const int input : layers[static_cast<std::size_t>(index)].inputs)
        markNeeded(layers, input, needed);
}

} // namespace

std::vector<Layer> backboneLayers(const BackboneDescription& description) {
    return description.family == "densenet" ? denseNetLayers(description) : resNetV2Layers(description);
}

core::Result<std::vector<Layer>> layersUpTo(const std::vector<Layer>& layers, std::string_view cut) {
    const auto found =
        std::find_if(layers.begin(), layers.end(), [&](const Layer& l) { return l.name == cut; });
    if (found == layers.end() || found->kind == LayerKind::input)
        return core::failure(core::ErrorCode::unknownLayer, std::string(cut));
    std::vector<char> needed(layers.size(), 0);
    markNeeded(layers, static_cast<int>(found - layers.begin()), needed);
    std::vector<Layer> kept;
    std::vector<int> place(layers.size(), -1);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (!needed[i])
            continue;
        place[i] = static_cast<int>(kept.size());
        kept.push_back(layers[i]);
        for (int& input : kept.back().inputs)
            input = place[static_cast<std::size_t>(input)];
    }
    return kept;
}

core::Result<std::vector<Layer>> layersToCut(const BackboneDescription& description) {
    return layersUpTo(backboneLayers(description), description.cut);
}

std::vector<std::pair<std::string, std::vector<std::int64_t>>> tensorsOf(const Layer& layer) {
    if (layer.kind == LayerKind::convolution) {
        std::vector<std::pair<std::string, std::vector<std::int64_t>>> tensors{
            {layer.name + "/kernel", {layer.kernel, layer.kernel, layer.inputChannels, layer.channels}}};
        if (layer.bias)
            tensors.push_back({layer.name + "/bias", {layer.channels}});
        return tensors;
    }
    if (layer.kind == LayerKind::batchNormalization) {
        return {{layer.name + "/gamma", {layer.channels}},
                {layer.name + "/beta", {layer.channels}},
                {layer.name + "/moving_mean", {layer.channels}},
                {layer.name + "/moving_variance", {layer.channels}}};
    }
    return {};
}

std::vector<std::pair<std::string, std::vector<std::int64_t>>> tensorsOf(const HeadDescription& head,
                                                                         int features, int classes) {
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> tensors;
    std::vector<int> widths = head.hidden;
    widths.push_back(classes);
    int inputs = features;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::string name = i == 0 ? "dense" : "dense_" + std::to_string(i);
        tensors.push_back({name + "/kernel", {inputs, widths[i]}});
        tensors.push_back({name + "/bias", {widths[i]}});
        inputs = widths[i];
    }
    return tensors;
}

} // namespace pleurascope::weights
