// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/DenseNet.h"

#include "engine/weights/LayerGraphBuilder.h"

namespace pleurascope::weights {

namespace {

/// conv_block.
int denseBlock(LayerGraphBuilder& graph, const std::string& name, int from, int growth) {
    int x = graph.activate(name + "_0", from);
    x = graph.convolution(name + "_1_conv", x, convolutionOf(4 * growth, 1, 1, false));
    x = graph.activate(name + "_1", x);
    x = graph.convolution(name + "_2_conv", x, convolutionOf(growth, 3, 1, false, true));
    return graph.concatenate(name + "_concat", from, x);
}

/// transition_block with a reduction of a half.
int transition(LayerGraphBuilder& graph, const std::string& name, int from) {
    int x = graph.activate(name, from);
    x = graph.convolution(name + "_conv", x, convolutionOf(graph.channelsOf(x) / 2, 1, 1, false));
    return graph.averagePool(name + "_pool", x, 2, 2);
}

} // namespace

std::vector<Layer> denseNetLayers(const BackboneDescription& description) {
    LayerGraphBuilder graph;
    int x = graph.pad(0, 3);
    x = graph.convolution("conv1_conv", x, convolutionOf(description.stemFilters, 7, 2, false));
    x = graph.activate("conv1", x);
    x = graph.pad(x, 1);
    x = graph.maxPool("pool1", x, 3, 2);
    const std::size_t stages = description.blocks.size();
    for (std::size_t stage = 0; stage < stages; ++stage) {
        const std::string number = std::to_string(stage + 2);
        for (int block = 1; block <= description.blocks[stage]; ++block)
            x = denseBlock(graph, "conv" + number + "_block" + std::to_string(block), x,
                           description.filters[stage]);
        if (stage + 1 < stages)
            x = transition(graph, "pool" + number, x);
    }
    x = graph.normalize("bn", x);
    graph.relu("relu", x);
    return graph.take();
}

} // namespace pleurascope::weights
