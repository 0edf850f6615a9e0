// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasResNetV2.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pleurascope::weights {

namespace {

using nlohmann::json;

/// Appends layers; each call returns the index of the layer that it made.
class LayerList {
public:
    explicit LayerList(std::vector<KerasLayer> layers = {})
        : m_layers(std::move(layers)) {}

    int add(const std::string& name, const std::string& className, const json& config,
            std::vector<int> inputs) {
        KerasLayer layer{name, className, {}, std::move(inputs)};
        for (const auto& [key, value] : config.items())
            layer.settings[key] = value.dump();
        m_layers.push_back(std::move(layer));
        return static_cast<int>(m_layers.size()) - 1;
    }
    int pad(const std::string& name, int from, int by) {
        return add(name, "ZeroPadding2D",
                   {{"padding", {{by, by}, {by, by}}}, {"data_format", "channels_last"}}, {from});
    }
    int convolution(const std::string& name, int from, int filters, int kernel, int stride, bool bias) {
        return add(name, "Conv2D",
                   {{"filters", filters},
                    {"kernel_size", {kernel, kernel}},
                    {"strides", {stride, stride}},
                    {"padding", "valid"},
                    {"data_format", "channels_last"},
                    {"dilation_rate", {1, 1}},
                    {"groups", 1},
                    {"activation", "linear"},
                    {"use_bias", bias}},
                   {from});
    }
    int pool(const std::string& name, int from, int size, int stride) {
        return add(name, "MaxPooling2D",
                   {{"pool_size", {size, size}},
                    {"padding", "valid"},
                    {"strides", {stride, stride}},
                    {"data_format", "channels_last"}},
                   {from});
    }
    int normalize(const std::string& name, int from) {
        return add(
            name, "BatchNormalization",
            {{"axis", 3}, {"momentum", 0.99}, {"epsilon", 1.001e-5}, {"center", true}, {"scale", true}},
            {from});
    }
    int relu(const std::string& name, int from) {
        return add(name, "Activation", {{"activation", "relu"}}, {from});
    }
    int dense(const std::string& name, int from, int units, const char* activation) {
        return add(name, "Dense", {{"units", units}, {"activation", activation}, {"use_bias", true}}, {from});
    }
    /// `max_pooling2d`, `max_pooling2d_1`, ...: Keras numbers layers without a name.
    std::string nextPoolName() {
        const std::string name = m_pools == 0 ? "max_pooling2d" : "max_pooling2d_" + std::to_string(m_pools);
        ++m_pools;
        return name;
    }
    std::vector<KerasLayer> take() { return std::move(m_layers); }

private:
    std::vector<KerasLayer> m_layers;
    int m_pools = 0;
};

/// keras.applications.resnet.residual_block_v2.
int residualBlock(LayerList& list, const std::string& name, int from, int filters, int stride,
                  bool projected) {
    int pre = list.normalize(name + "_preact_bn", from);
    pre = list.relu(name + "_preact_relu", pre);
    int x = list.convolution(name + "_1_conv", pre, filters, 1, 1, false);
    x = list.normalize(name + "_1_bn", x);
    x = list.relu(name + "_1_relu", x);
    x = list.pad(name + "_2_pad", x, 1);
    x = list.convolution(name + "_2_conv", x, filters, 3, stride, false);
    x = list.normalize(name + "_2_bn", x);
    x = list.relu(name + "_2_relu", x);
    // Keras lists layers by their distance from the output, so a shortcut stands just before the last
    // convolution.
    int shortcut = from;
    if (projected)
        shortcut = list.convolution(name + "_0_conv", pre, 4 * filters, 1, stride, true);
    else if (stride > 1)
        shortcut = list.pool(list.nextPoolName(), from, 1, stride);
    x = list.convolution(name + "_3_conv", x, 4 * filters, 1, 1, true);
    return list.add(name + "_out", "Add", json::object(), {shortcut, x});
}

std::string numbered(const char* name, std::size_t number) {
    return number == 0 ? name : name + ("_" + std::to_string(number));
}

/// Keras allows no slash in a name, and no name that is empty.
std::string modelName(std::string name) {
    std::replace(name.begin(), name.end(), '/', '_');
    return name.empty() ? "model" : name;
}

void addRescaling(LayerList& list, Scaling scaling) {
    const double scale = scaling == Scaling::tf ? 1 / 127.5 : scaling == Scaling::unit ? 1 / 255.0 : 1.0;
    list.add("rescaling", "Rescaling", {{"scale", scale}, {"offset", scaling == Scaling::tf ? -1.0 : 0.0}},
             {0});
}

} // namespace

std::vector<KerasLayer> kerasResNetV2Layers(const BackboneDescription& description) {
    LayerList list;
    int x = list.add("input_layer", "InputLayer", json::object(), {});
    x = list.pad("conv1_pad", x, 3);
    x = list.convolution("conv1_conv", x, description.stemFilters, 7, 2, true);
    x = list.pad("pool1_pad", x, 1);
    x = list.pool("pool1_pool", x, 3, 2);
    const std::size_t stages = description.blocks.size();
    for (std::size_t stage = 0; stage < stages; ++stage) {
        const std::string stageName = "conv" + std::to_string(stage + 2);
        const int blocks = description.blocks[stage];
        const int lastStride = stage + 1 < stages ? 2 : 1;
        for (int block = 1; block <= blocks; ++block)
            x = residualBlock(list, stageName + "_block" + std::to_string(block), x,
                              description.filters[stage], block == blocks ? lastStride : 1, block == 1);
    }
    x = list.normalize("post_bn", x);
    list.relu("post_relu", x);
    return list.take();
}

core::Result<std::vector<KerasLayer>> kerasLayersUpTo(const std::vector<KerasLayer>& layers,
                                                      std::string_view cut) {
    const auto found =
        std::find_if(layers.begin(), layers.end(), [&](const KerasLayer& l) { return l.name == cut; });
    if (found == layers.end() || found->inputs.empty())
        return core::failure(core::ErrorCode::unknownLayer, std::string(cut));
    std::vector<char> needed(layers.size(), 0);
    needed[static_cast<std::size_t>(found - layers.begin())] = 1;
    for (std::size_t i = layers.size(); i-- > 0;)
        if (needed[i])
            for (const int input : layers[i].inputs)
                needed[static_cast<std::size_t>(input)] = 1;
    std::vector<KerasLayer> kept;
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

core::Result<KerasModelConfig> kerasModelOf(const ModelDescription& description) {
    const auto backbone =
        kerasLayersUpTo(kerasResNetV2Layers(description.backbone), description.backbone.cut);
    if (!backbone)
        return core::failure(backbone);
    const int size = description.inputSize;
    LayerList list;
    list.add("input_layer", "InputLayer", {{"batch_shape", {nullptr, size, size, 3}}}, {});
    addRescaling(list, description.scaling);
    std::vector<KerasLayer> layers = list.take();
    for (std::size_t i = 1; i < backbone->size(); ++i) {
        layers.push_back((*backbone)[i]);
        for (int& input : layers.back().inputs)
            ++input; // the Rescaling stands between
    }
    LayerList head(std::move(layers));
    int x = static_cast<int>(backbone->size());
    x = head.add("global_average_pooling2d", "GlobalAveragePooling2D",
                 {{"data_format", "channels_last"}, {"keepdims", false}}, {x});
    const std::size_t hidden = description.head.hidden.size();
    for (std::size_t i = 0; i < hidden; ++i) {
        x = head.dense(numbered("dense", i), x, description.head.hidden[i], "relu");
        x = head.add(numbered("dropout", i), "Dropout", {{"rate", description.head.dropout[i]}}, {x});
    }
    x = head.dense(numbered("dense", hidden), x, static_cast<int>(description.classes.size()), "softmax");
    return KerasModelConfig{modelName(description.name), head.take(), x};
}

} // namespace pleurascope::weights
