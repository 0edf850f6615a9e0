// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/ResNetV2.h"

#include "engine/weights/LayerGraphBuilder.h"

namespace pleurascope::weights {

namespace {

/// residual_block_v2.
int residualBlock(LayerGraphBuilder& graph, const std::string& name, int from, int filters, int stride,
                  bool projected) {
    const int pre = graph.activate(name + "_preact", from);
    int x = graph.convolution(name + "_1_conv", pre, convolutionOf(filters, 1, 1, false));
    x = graph.activate(name + "_1", x);
    x = graph.pad(name + "_2_pad", x, 1);
    x = graph.convolution(name + "_2_conv", x, convolutionOf(filters, 3, stride, false));
    x = graph.activate(name + "_2", x);
    // Keras lists layers by their distance from the output, so a shortcut stands just before the last
    // convolution.
    int shortcut = from;
    if (projected)
        shortcut = graph.convolution(name + "_0_conv", pre, convolutionOf(4 * filters, 1, stride, true));
    else if (stride > 1)
        shortcut = graph.maxPool(from, 1, stride);
    x = graph.convolution(name + "_3_conv", x, convolutionOf(4 * filters, 1, 1, true));
    return graph.sum(name + "_out", shortcut, x);
}

} // namespace

std::vector<Layer> resNetV2Layers(const BackboneDescription& description) {
    LayerGraphBuilder graph;
    int x = graph.pad("conv1_pad", 0, 3);
    x = graph.convolution("conv1_conv", x, convolutionOf(description.stemFilters, 7, 2, true));
    x = graph.pad("pool1_pad", x, 1);
    x = graph.maxPool("pool1_pool", x, 3, 2);
    const std::size_t stages = description.blocks.size();
    for (std::size_t stage = 0; stage < stages; ++stage) {
        const std::string stageName = "conv" + std::to_string(stage + 2);
        const int blocks = description.blocks[stage];
        const int lastStride = stage + 1 < stages ? 2 : 1;
        for (int block = 1; block <= blocks; ++block)
            x = residualBlock(graph, stageName + "_block" + std::to_string(block), x,
                              description.filters[stage], block == blocks ? lastStride : 1, block == 1);
    }
    graph.activate("post", x);
    return graph.take();
}

} // namespace pleurascope::weights
