// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/BackboneShape.h"

#include "engine/weights/KnownBackbone.h"
#include "engine/weights/LayerGraph.h"

#include <algorithm>

namespace pleurascope::weights {

namespace {

constexpr std::size_t maximalStages = 8;
constexpr std::int64_t maximalFilters = 4096;

/// Output channels of a convolution's kernel (HWIO), or 0.
int outputChannels(const TensorMap& tensors, const std::string& layer) {
    const auto found = tensors.find(layer + "/kernel");
    if (found == tensors.end() || found->second.shape.size() != 4)
        return 0;
    return static_cast<int>(std::clamp<std::int64_t>(found->second.shape[3], 0, maximalFilters));
}

std::string block(std::size_t stage, int number) {
    return "conv" + std::to_string(stage + 2) + "_block" + std::to_string(number);
}

/// Number of a stage's blocks that the file holds, at least in part.
int blocksIn(const TensorMap& tensors, std::size_t stage) {
    int blocks = 0;
    while (blocks < 100 && outputChannels(tensors, block(stage, blocks + 1) + "_1_conv") > 0)
        ++blocks;
    return blocks;
}

BackboneDescription ofFamily(const TensorMap& tensors, const BackboneDescription& otherwise) {
    const bool dense = tensors.contains("conv1_bn/gamma") || tensors.contains("conv2_block1_0_bn/gamma");
    const bool residual = tensors.contains("conv2_block1_preact_bn/gamma");
    BackboneDescription backbone = otherwise;
    if (dense && otherwise.family != "densenet")
        backbone = knownBackbone("densenet121").value().description;
    if (residual && otherwise.family != "resnetv2")
        backbone = {};
    const bool isUsual = otherwise.cut == "post_relu" || otherwise.cut == "relu";
    if (!isUsual)
        backbone.cut = otherwise.cut;
    return backbone;
}

} // namespace

BackboneDescription backboneShape(const TensorMap& tensors, const BackboneDescription& otherwise) {
    BackboneDescription backbone = ofFamily(tensors, otherwise);
    const bool dense = backbone.family == "densenet";
    if (const int stem = outputChannels(tensors, "conv1_conv"); stem > 0)
        backbone.stemFilters = stem;
    std::size_t stages = 0;
    while (stages < maximalStages && blocksIn(tensors, stages) > 0)
        ++stages;
    const bool whole = tensors.contains(dense ? "bn/gamma" : "post_bn/gamma");
    const std::size_t defaults = backbone.blocks.size();
    backbone.blocks.resize(whole && stages > 0 ? stages : std::max(stages, defaults), 1);
    backbone.filters.resize(backbone.blocks.size(), backbone.filters.back());
    for (std::size_t stage = 0; stage < stages; ++stage) {
        const int found = blocksIn(tensors, stage);
        const bool ended = whole || stage + 1 < stages;
        backbone.blocks[stage] = ended ? found : std::max(found, backbone.blocks[stage]);
        const char* telling = dense ? "_2_conv" : "_1_conv";
        if (const int filters = outputChannels(tensors, block(stage, 1) + telling); filters > 0)
            backbone.filters[stage] = filters;
    }
    return backbone;
}

core::Result<std::string> deepestCompleteCut(const BackboneDescription& description,
                                             const TensorMap& tensors) {
    const auto layers = layersToCut(description);
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

} // namespace pleurascope::weights
