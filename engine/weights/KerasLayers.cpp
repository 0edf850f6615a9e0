// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasLayers.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pleurascope::weights {

namespace {

using nlohmann::json;

std::map<std::string, std::string> settingsOf(const json& config) {
    std::map<std::string, std::string> settings;
    for (const auto& [key, value] : config.items())
        settings[key] = value.dump();
    return settings;
}

const char* classOf(LayerKind kind) {
    switch (kind) {
    case LayerKind::input:
        return "InputLayer";
    case LayerKind::zeroPadding:
        return "ZeroPadding2D";
    case LayerKind::convolution:
        return "Conv2D";
    case LayerKind::maxPooling:
        return "MaxPooling2D";
    case LayerKind::averagePooling:
        return "AveragePooling2D";
    case LayerKind::batchNormalization:
        return "BatchNormalization";
    case LayerKind::relu:
        return "Activation";
    case LayerKind::add:
        return "Add";
    case LayerKind::concatenate:
        return "Concatenate";
    }
    return "";
}

json convolutionConfig(const Layer& layer) {
    return {{"filters", layer.channels},
            {"kernel_size", {layer.kernel, layer.kernel}},
            {"strides", {layer.stride, layer.stride}},
            {"padding", layer.padded ? "same" : "valid"},
            {"data_format", "channels_last"},
            {"dilation_rate", {1, 1}},
            {"groups", 1},
            {"activation", "linear"},
            {"use_bias", layer.bias}};
}

json configOf(const Layer& layer) {
    switch (layer.kind) {
    case LayerKind::zeroPadding: {
        const json by = {layer.kernel, layer.kernel};
        return {{"padding", {by, by}}, {"data_format", "channels_last"}};
    }
    case LayerKind::convolution:
        return convolutionConfig(layer);
    case LayerKind::maxPooling:
    case LayerKind::averagePooling:
        return {{"pool_size", {layer.kernel, layer.kernel}},
                {"padding", "valid"},
                {"strides", {layer.stride, layer.stride}},
                {"data_format", "channels_last"}};
    case LayerKind::batchNormalization:
        return {{"axis", 3},
                {"momentum", 0.99},
                {"epsilon", batchNormEpsilon},
                {"center", true},
                {"scale", true}};
    case LayerKind::relu:
        return {{"activation", "relu"}};
    case LayerKind::concatenate:
        return {{"axis", 3}};
    case LayerKind::input:
    case LayerKind::add:
        break;
    }
    return json::object();
}

/// Appends layers of a head, each behind the last; returns the index of the layer that it made.
int append(std::vector<KerasLayer>& layers, const std::string& name, const char* className,
           const json& config) {
    std::vector<int> inputs;
    if (!layers.empty())
        inputs.push_back(static_cast<int>(layers.size()) - 1);
    layers.push_back({name, className, settingsOf(config), std::move(inputs)});
    return static_cast<int>(layers.size()) - 1;
}

std::string numbered(const char* name, std::size_t number) {
    return number == 0 ? name : name + ("_" + std::to_string(number));
}

/// Keras allows no slash in a name, and no name that is empty.
std::string modelName(std::string name) {
    std::replace(name.begin(), name.end(), '/', '_');
    return name.empty() ? "model" : name;
}

/// One number where the channels agree, else a list of three.
json channelValues(const std::array<double, 3>& values) {
    if (values[0] == values[1] && values[1] == values[2])
        return values[0];
    return values;
}

/// (x / divisor - mean) / deviation as scale x + offset.
json rescaling(Scaling scaling) {
    const auto terms = scalingTerms(scaling);
    std::array<double, 3> scale{};
    std::array<double, 3> offset{};
    for (std::size_t c = 0; c < 3; ++c) {
        scale[c] = 1 / (double(terms.divisor) * terms.deviation[c]);
        offset[c] = 0 - double(terms.mean[c]) / terms.deviation[c];
    }
    return {{"scale", channelValues(scale)}, {"offset", channelValues(offset)}};
}

json denseConfig(int units, const char* activation) {
    return {{"units", units}, {"activation", activation}, {"use_bias", true}};
}

} // namespace

std::vector<KerasLayer> kerasLayersOf(const std::vector<Layer>& layers) {
    std::vector<KerasLayer> keras;
    for (const auto& layer : layers)
        keras.push_back({layer.name, classOf(layer.kind), settingsOf(configOf(layer)), layer.inputs});
    return keras;
}

core::Result<KerasModelConfig> kerasModelOf(const ModelDescription& description) {
    const auto backbone = layersToCut(description.backbone);
    if (!backbone)
        return core::failure(backbone);
    const int size = description.inputSize;
    std::vector<KerasLayer> layers;
    append(layers, "input_layer", "InputLayer", {{"batch_shape", {nullptr, size, size, 3}}});
    append(layers, "rescaling", "Rescaling", rescaling(description.scaling));
    auto body = kerasLayersOf(*backbone);
    for (std::size_t i = 1; i < body.size(); ++i) {
        layers.push_back(std::move(body[i]));
        for (int& input : layers.back().inputs)
            ++input; // the Rescaling stands between
    }
    append(layers, "global_average_pooling2d", "GlobalAveragePooling2D",
           {{"data_format", "channels_last"}, {"keepdims", false}});
    const std::size_t hidden = description.head.hidden.size();
    for (std::size_t i = 0; i < hidden; ++i) {
        append(layers, numbered("dense", i), "Dense", denseConfig(description.head.hidden[i], "relu"));
        append(layers, numbered("dropout", i), "Dropout", {{"rate", description.head.dropout[i]}});
    }
    const int output = append(layers, numbered("dense", hidden), "Dense",
                              denseConfig(static_cast<int>(description.classes.size()), "softmax"));
    return KerasModelConfig{modelName(description.name), std::move(layers), output};
}

} // namespace pleurascope::weights
