// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/LayerGraph.h"

namespace pleurascope::weights {

/// Appends layers to a graph that begins with a colour input; each call returns the index of the layer that
/// it made. Layers without a name of their own are numbered as Keras does it: `max_pooling2d`,
/// `max_pooling2d_1`, ...
class LayerGraphBuilder {
public:
    LayerGraphBuilder() { add({"input_layer", LayerKind::input, {}, 3}); }

    int pad(const std::string& name, int from, int by) {
        return add({name, LayerKind::zeroPadding, {from}, channelsOf(from), 0, by});
    }
    int pad(int from, int by) { return pad(numbered("zero_padding2d", m_pads), from, by); }

    /// `like` tells filters, kernel, stride, bias and padded.
    int convolution(const std::string& name, int from, Layer like) {
        like.name = name;
        like.kind = LayerKind::convolution;
        like.inputs = {from};
        like.inputChannels = channelsOf(from);
        return add(std::move(like));
    }

    int maxPool(const std::string& name, int from, int kernel, int stride) {
        return add({name, LayerKind::maxPooling, {from}, channelsOf(from), 0, kernel, stride});
    }
    int maxPool(int from, int kernel, int stride) {
        return maxPool(numbered("max_pooling2d", m_pools), from, kernel, stride);
    }
    int averagePool(const std::string& name, int from, int kernel, int stride) {
        return add({name, LayerKind::averagePooling, {from}, channelsOf(from), 0, kernel, stride});
    }

    /// `name`_bn and `name`_relu.
    int activate(const std::string& name, int from) {
        const int normalized = normalize(name + "_bn", from);
        return relu(name + "_relu", normalized);
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
    int concatenate(const std::string& name, int left, int right) {
        return add({name, LayerKind::concatenate, {left, right}, channelsOf(left) + channelsOf(right)});
    }

    [[nodiscard]] int channelsOf(int index) const {
        return m_layers[static_cast<std::size_t>(index)].channels;
    }
    std::vector<Layer> take() { return std::move(m_layers); }

private:
    int add(Layer layer) {
        m_layers.push_back(std::move(layer));
        return static_cast<int>(m_layers.size()) - 1;
    }
    static std::string numbered(const char* name, int& count) {
        const int number = count++;
        return number == 0 ? name : name + ("_" + std::to_string(number));
    }

    std::vector<Layer> m_layers;
    int m_pads = 0;
    int m_pools = 0;
};

/// A convolution's settings.
[[nodiscard]] inline Layer convolutionOf(int filters, int kernel, int stride, bool bias,
                                         bool padded = false) {
    Layer layer;
    layer.channels = filters;
    layer.kernel = kernel;
    layer.stride = stride;
    layer.bias = bias;
    layer.padded = padded;
    return layer;
}

} // namespace pleurascope::weights
