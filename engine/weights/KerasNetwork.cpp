// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasNetwork.h"

#include "engine/weights/KerasResNetV2.h"
#include "engine/weights/KerasShapes.h"
#include "engine/weights/KerasTopology.h"

#include <algorithm>
#include <set>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

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

/// Filters and blocks by the tensors' names and shapes. Where a file ends early, the rest is as in
/// ResNet50V2: a last block has a stride, so it must not move because a later one is missing.
BackboneDescription shapeOf(const TensorMap& tensors) {
    BackboneDescription backbone;
    if (const int stem = outputChannels(tensors, "conv1_conv"); stem > 0)
        backbone.stemFilters = stem;
    std::size_t stages = 0;
    while (stages < maximalStages && blocksIn(tensors, stages) > 0)
        ++stages;
    const bool whole = tensors.contains("post_bn/gamma");
    const std::size_t defaults = backbone.blocks.size();
    backbone.blocks.resize(whole && stages > 0 ? stages : std::max(stages, defaults), 1);
    backbone.filters.resize(backbone.blocks.size(), 512);
    for (std::size_t stage = 0; stage < stages; ++stage) {
        const int found = blocksIn(tensors, stage);
        const bool ended = whole || stage + 1 < stages;
        backbone.blocks[stage] = ended ? found : std::max(found, backbone.blocks[stage]);
        if (const int filters = outputChannels(tensors, block(stage, 1) + "_1_conv"); filters > 0)
            backbone.filters[stage] = filters;
    }
    return backbone;
}

std::set<std::string> namesOf(const std::vector<KerasLayer>& layers) {
    std::set<std::string> names;
    for (const auto& layer : layers)
        names.insert(layer.name);
    return names;
}

/// The head of a file without a configuration: its Dense layers in their order.
Result<std::vector<KerasDense>> headFromShapes(const KerasFile& file,
                                               const std::set<std::string>& backboneLayers) {
    std::vector<KerasDense> head;
    for (const auto& layer : file.layers) {
        if (backboneLayers.contains(layer))
            continue;
        const auto kernel = file.tensors.find(layer + "/kernel");
        if (kernel == file.tensors.end() || kernel->second.shape.size() != 2)
            return failure(ErrorCode::unsupportedFormat, "layer " + layer + " is not known here");
        head.push_back({layer, static_cast<int>(std::min<std::int64_t>(kernel->second.shape[1], 65536)), 0});
    }
    return head;
}

/// Moves the head's tensors to the names dense, dense_1, ...
void nameHead(TensorMap& tensors, const std::vector<KerasDense>& head) {
    TensorMap moved;
    for (std::size_t i = 0; i < head.size(); ++i)
        for (const char* variable : {"/kernel", "/bias"})
            if (auto node = tensors.extract(head[i].name + variable)) {
                node.key() = (i == 0 ? "dense" : "dense_" + std::to_string(i)) + variable;
                moved.insert(std::move(node));
            }
    tensors.merge(moved);
}

void describeHead(const std::vector<KerasDense>& head, KerasNetwork& network) {
    if (head.empty())
        return;
    network.head = {{}, {}};
    for (std::size_t i = 0; i + 1 < head.size(); ++i) {
        network.head.hidden.push_back(head[i].units);
        network.head.dropout.push_back(head[i].dropout);
    }
    network.classes = head.back().units;
}

Result<std::vector<std::pair<std::string, KerasShape>>> wantedTensors(const KerasNetwork& network) {
    if (network.classes == 0) {
        const auto layers = kerasLayersUpTo(kerasResNetV2Layers(network.backbone), network.backbone.cut);
        if (!layers)
            return failure(layers);
        return kerasVariables(*layers);
    }
    ModelDescription description;
    description.backbone = network.backbone;
    description.head = network.head;
    description.classes.resize(static_cast<std::size_t>(network.classes));
    const auto model = kerasModelOf(description);
    if (!model)
        return failure(model);
    return kerasVariables(model->layers);
}

/// Keeps what the network uses; notes what it lacks. Nothing but what lies behind the cut may be left over.
Result<void> takeTensors(TensorMap tensors, const std::set<std::string>& backboneLayers,
                         KerasNetwork& network) {
    const auto wanted = wantedTensors(network);
    if (!wanted)
        return failure(wanted);
    for (const auto& [name, shape] : *wanted) {
        const auto found = tensors.find(name);
        if (found == tensors.end()) {
            network.missing.push_back(name);
            continue;
        }
        if (found->second.shape != shape)
            return failure(ErrorCode::shapeMismatch,
                           name + " is " + shapeText(found->second.shape) + ", expected " + shapeText(shape));
        network.tensors.insert(tensors.extract(found));
    }
    for (const auto& [name, tensor] : tensors)
        if (!backboneLayers.contains(name.substr(0, name.rfind('/'))))
            return failure(ErrorCode::unsupportedFormat, "tensor " + name + " is not known here");
    return {};
}

} // namespace

Result<KerasNetwork> kerasNetwork(KerasFile file, const std::string& cut) {
    KerasNetwork network;
    network.backbone = shapeOf(file.tensors);
    const auto backboneLayers = namesOf(kerasResNetV2Layers(network.backbone));
    std::vector<KerasDense> head;
    if (file.config) {
        auto topology = kerasTopology(*file.config, network.backbone);
        if (!topology)
            return failure(topology);
        network.backbone.cut = topology->cut;
        network.scaling = topology->scaling;
        network.inputSize = topology->inputSize;
        head = std::move(topology->head);
    } else {
        auto found = headFromShapes(file, backboneLayers);
        if (!found)
            return failure(found);
        head = std::move(*found);
    }
    if (!cut.empty())
        network.backbone.cut = cut;
    nameHead(file.tensors, head);
    describeHead(head, network);
    if (auto taken = takeTensors(std::move(file.tensors), backboneLayers, network); !taken)
        return failure(taken);
    return network;
}

} // namespace pleurascope::weights
