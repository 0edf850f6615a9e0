// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/LayerGraph.h"

#include <algorithm>

namespace pleurascope::weights {

namespace {

/// Appends layers; each call returns the index of the layer that it made.
class GraphBuilder {
public:
    int input(int channels) { return add({"input_1", LayerKind::input, {}, channels}); }

    int pad(const std::string& name, int from, int by) {
        return add({name, LayerKind::zeroPadding, {from}, channelsOf(from), 0, by});
    }

    int convolution(const std::string& name, int from, int filters, int kernel, int stride, bool bias) {
        return add({name, LayerKind::convolution, {from}, filters, channelsOf(from), kernel, stride, bias});
    }

    int pool(const std::string& name, int from, int kernel, int stride) {
        return add({name, LayerKind::maxPooling, {from}, channelsOf(from), 0, kernel, stride});
    }

    int normalize(const std::string& name, int from) {
        return add({name, LayerKind::batchNormalization, {from}, channelsOf(from)});
    }

    int relu(const std::string& name, int from) {
        return add({name, LayerKind::relu, {from}, channelsOf(from)});
    }

    int sum(const std::string& name, int left, int right) {
        return add({name, LayerKind::add, {left, right}, channelsOf(left)});
    }

    /// `max_pooling2d`, `max_pooling2d_1`, ...: Keras numbers layers without a name.
    std::string nextPoolName() {
        const std::string name = m_pools == 0 ? "max_pooling2d" : "max_pooling2d_" + std::to_string(m_pools);
        ++m_pools;
        return name;
    }

    std::vector<Layer> take() { return std::move(m_layers); }

private:
    int add(Layer layer) {
        m_layers.push_back(std::move(layer));
        return static_cast<int>(m_layers.size()) - 1;
    }
    [[nodiscard]] int channelsOf(int index) const {
        return m_layers[static_cast<std::size_t>(index)].channels;
    }

    std::vector<Layer> m_layers;
    int m_pools = 0;
};

/// keras.applications.resnet.residual_block_v2.
int residualBlock(GraphBuilder& graph, const std::string& name, int from, int filters, int stride,
                  bool projected) {
    int pre = graph.normalize(name + "_preact_bn", from);
    pre = graph.relu(name + "_preact_relu", pre);
    int shortcut = from;
    if (projected)
        shortcut = graph.convolution(name + "_0_conv", pre, 4 * filters, 1, stride, true);
    else if (stride > 1)
        shortcut = graph.pool(graph.nextPoolName(), from, 1, stride);
    int x = graph.convolution(name + "_1_conv", pre, filters, 1, 1, false);
    x = graph.normalize(name + "_1_bn", x);
    x = graph.relu(name + "_1_relu", x);
    x = graph.pad(name + "_2_pad", x, 1);
    x = graph.convolution(name + "_2_conv", x, filters, 3, stride, false);
    x = graph.normalize(name + "_2_bn", x);
    x = graph.relu(name + "_2_relu", x);
    x = graph.convolution(name + "_3_conv", x, 4 * filters, 1, 1, true);
    return graph.sum(name + "_out", shortcut, x);
}

void markNeeded(const std::vector<Layer>& layers, int index, std::vector<char>& needed) {
    if (needed[static_cast<std::size_t>(index)])
        return;
    needed[static_cast<std::size_t>(index)] = 1;
    for (const int input : layers[static_cast<std::size_t>(index)].inputs)
        markNeeded(layers, input, needed);
}

} // namespace

std::vector<Layer> resNetV2Layers(const BackboneDescription& description) {
    GraphBuilder graph;
    int x = graph.input(3);
    x = graph.pad("conv1_pad", x, 3);
    x = graph.convolution("conv1_conv", x, description.stemFilters, 7, 2, true);
    x = graph.pad("pool1_pad", x, 1);
    x = graph.pool("pool1_pool", x, 3, 2);
    const std::size_t stages = description.blocks.size();
    for (std::size_t stage = 0; stage < stages; ++stage) {
        const std::string stageName = "conv" + std::to_string(stage + 2);
        const int blocks = description.blocks[stage];
        const int lastStride = stage + 1 < stages ? 2 : 1;
        for (int block = 1; block <= blocks; ++block)
            x = residualBlock(graph, stageName + "_block" + std::to_string(block), x,
                              description.filters[stage], block == blocks ? lastStride : 1, block == 1);
    }
    x = graph.normalize("post_bn", x);
    graph.relu("post_relu", x);
    return graph.take();
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
