// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasNetwork.h"

#include "engine/weights/BackboneShape.h"
#include "engine/weights/KerasTopology.h"
#include "engine/weights/LayerGraph.h"

#include <algorithm>
#include <set>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

std::set<std::string> namesOf(const std::vector<Layer>& layers) {
    std::set<std::string> names;
    for (const auto& layer : layers)
        names.insert(layer.name);
    return names;
}

/// The head of a file without a configuration: its Dense layers in their order.
Result<std::vector<KerasDense>> headFromShapes(const KerasFile& file,
                                               const std::set<std::string>& ownNames) {
    std::vector<KerasDense> head;
    for (const auto& layer : file.layers) {
        if (ownNames.contains(layer))
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

using NamedShapes = std::vector<std::pair<std::string, std::vector<std::int64_t>>>;

Result<NamedShapes> wantedTensors(const KerasNetwork& network) {
    const auto layers = layersToCut(network.backbone);
    if (!layers)
        return failure(layers);
    NamedShapes wanted;
    for (const auto& layer : *layers)
        for (auto& tensor : tensorsOf(layer))
            wanted.push_back(std::move(tensor));
    if (network.classes > 0)
        for (auto& tensor : tensorsOf(network.head, layers->back().channels, network.classes))
            wanted.push_back(std::move(tensor));
    return wanted;
}

/// Keeps what the network uses; notes what it lacks. Nothing but what lies behind the cut may be left over.
Result<void> takeTensors(TensorMap tensors, const std::set<std::string>& ownNames,
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
        if (!ownNames.contains(name.substr(0, name.rfind('/'))))
            return failure(ErrorCode::unsupportedFormat, "tensor " + name + " is not known here");
    return {};
}

} // namespace

Result<KerasNetwork> kerasNetwork(KerasFile file, const std::string& cut,
                                  const BackboneDescription& otherwise) {
    KerasNetwork network;
    network.backbone = backboneShape(file.tensors, otherwise);
    const auto ownNames = namesOf(backboneLayers(network.backbone));
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
        auto found = headFromShapes(file, ownNames);
        if (!found)
            return failure(found);
        head = std::move(*found);
    }
    if (!cut.empty())
        network.backbone.cut = cut;
    nameHead(file.tensors, head);
    describeHead(head, network);
    if (auto taken = takeTensors(std::move(file.tensors), ownNames, network); !taken)
        return failure(taken);
    return network;
}

} // namespace pleurascope::weights
