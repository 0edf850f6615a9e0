// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasShapes.h"

#include <nlohmann/json.hpp>

namespace pleurascope::weights {

namespace {

using nlohmann::json;

json setting(const KerasLayer& layer, const char* name) {
    return json::parse(layer.settings.at(name));
}

/// 'valid': floor((n - window) / stride) + 1.
std::int64_t windows(std::int64_t extent, std::int64_t window, std::int64_t stride) {
    return (extent - window) / stride + 1;
}

KerasShape outputShape(const KerasLayer& layer, const KerasShape& input) {
    if (layer.className == "ZeroPadding2D") {
        const json by = setting(layer, "padding");
        return {input[0] + by[0][0].get<int>() + by[0][1].get<int>(),
                input[1] + by[1][0].get<int>() + by[1][1].get<int>(), input[2]};
    }
    const bool pools = layer.className == "MaxPooling2D" || layer.className == "AveragePooling2D";
    if (layer.className == "Conv2D" && setting(layer, "padding") == "same") // of stride 1
        return {input[0], input[1], setting(layer, "filters").get<std::int64_t>()};
    if (layer.className == "Conv2D" || pools) {
        const json window = setting(layer, pools ? "pool_size" : "kernel_size");
        const json strides = setting(layer, "strides");
        return {windows(input[0], window[0], strides[0]), windows(input[1], window[1], strides[1]),
                pools ? input[2] : setting(layer, "filters").get<std::int64_t>()};
    }
    if (layer.className == "GlobalAveragePooling2D")
        return {input[2]};
    if (layer.className == "Dense")
        return {setting(layer, "units").get<std::int64_t>()};
    return input;
}

} // namespace

std::vector<KerasShape> kerasOutputShapes(const std::vector<KerasLayer>& layers, int inputSize) {
    std::vector<KerasShape> shapes;
    for (const auto& layer : layers) {
        if (layer.inputs.empty()) {
            shapes.push_back({inputSize, inputSize, 3});
        } else {
            shapes.push_back(outputShape(layer, shapes[static_cast<std::size_t>(layer.inputs[0])]));
            if (layer.className == "Concatenate")
                shapes.back().back() += shapes[static_cast<std::size_t>(layer.inputs[1])].back();
        }
    }
    return shapes;
}

std::vector<std::pair<std::string, KerasShape>> kerasVariables(const KerasLayer& layer,
                                                               const KerasShape& input) {
    if (layer.className == "BatchNormalization") {
        const KerasShape channels{input.back()};
        return {{layer.name + "/gamma", channels},
                {layer.name + "/beta", channels},
                {layer.name + "/moving_mean", channels},
                {layer.name + "/moving_variance", channels}};
    }
    const bool convolves = layer.className == "Conv2D";
    if (!convolves && layer.className != "Dense")
        return {};
    KerasShape kernel{input.back(), setting(layer, convolves ? "filters" : "units").get<std::int64_t>()};
    const KerasShape bias{kernel.back()};
    if (convolves) {
        const json window = setting(layer, "kernel_size");
        kernel.insert(kernel.begin(), {window[0].get<std::int64_t>(), window[1].get<std::int64_t>()});
    }
    std::vector<std::pair<std::string, KerasShape>> variables{{layer.name + "/kernel", kernel}};
    if (setting(layer, "use_bias").get<bool>())
        variables.emplace_back(layer.name + "/bias", bias);
    return variables;
}

std::vector<std::pair<std::string, KerasShape>> kerasVariables(const std::vector<KerasLayer>& layers) {
    constexpr int anySize = 224; // channels do not depend on it
    const auto shapes = kerasOutputShapes(layers, anySize);
    std::vector<std::pair<std::string, KerasShape>> all;
    for (const auto& layer : layers)
        if (!layer.inputs.empty())
            for (auto& variable : kerasVariables(layer, shapes[static_cast<std::size_t>(layer.inputs[0])]))
                all.push_back(std::move(variable));
    return all;
}

} // namespace pleurascope::weights
