// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasModelConfig.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::json;

namespace {

constexpr int maximalDepth = 8;
constexpr int maximalNesting = 200;
constexpr std::size_t maximalLayers = 10'000;

bool isModel(const std::string& className) {
    return className == "Functional" || className == "Model" || className == "Sequential";
}

/// Whether brackets nest deeper than any configuration's: what recurses below need not fear the text then.
bool nestsTooDeep(std::string_view text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '[' || c == '{') && ++depth > maximalNesting)
            return true;
        else if (!inString && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

/// Keras 3 allows no slash: its DenseNets say "conv1_conv" where Keras 2's said "conv1/conv".
std::string nameWithoutSlash(std::string name) {
    std::replace(name.begin(), name.end(), '/', '_');
    return name;
}

/// Names of the layers whose tensors stand anywhere in `j` (Keras 3: serialized KerasTensors).
void collectTensors(const json& j, std::vector<std::string>& names) {
    if (j.is_object() && j.value("class_name", json()) == "__keras_tensor__") {
        names.push_back(j.at("config").at("keras_history").at(0).get<std::string>());
        return;
    }
    if (j.is_structured())
        for (const auto& part : j)
            collectTensors(part, names);
}

Result<std::vector<std::string>> inboundNames(const json& layer, const std::string& name) {
    std::vector<std::string> names;
    const json nodes = layer.value("inbound_nodes", json::array());
    if (nodes.size() > 1)
        return failure(ErrorCode::unsupportedFormat, "layer " + name + " is used more than once");
    for (const auto& node : nodes) {
        if (node.is_object())
            collectTensors(node, names);
        else
            for (const auto& tensor : node) // Keras 2: [name, node, tensor, kwargs]
                names.push_back(tensor.at(0).get<std::string>());
    }
    return names;
}

/// The one layer of `input_layers` or `output_layers`: [[name, 0, 0]], or [name, 0, 0].
Result<std::string> onlyEnd(const json& ends) {
    if (ends.is_array() && !ends.empty() && ends[0].is_string())
        return ends[0].get<std::string>();
    if (!ends.is_array() || ends.size() != 1)
        return failure(ErrorCode::unsupportedFormat, "a model with several inputs or outputs");
    return ends[0].at(0).get<std::string>();
}

std::map<std::string, std::string> settingsOf(const json& config) {
    std::map<std::string, std::string> settings;
    for (const auto& [key, value] : config.items()) {
        if (key == "name" || value.is_object())
            continue;
        if (key == "axis" && value.is_array() && value.size() == 1)
            settings[key] = value[0].dump();
        else
            settings[key == "batch_input_shape" ? "batch_shape" : key] = value.dump();
    }
    // Maps are NHWC.
    if (const auto axis = settings.find("axis"); axis != settings.end() && axis->second == "-1")
        axis->second = "3";
    return settings;
}

/// Lays nested models out flat. Throws json::exception where the text is not as Keras writes it.
class Flattening {
public:
    /// Adds a model's layers, fed by layer `input` (-1: it has an input layer of its own). Returns the index
    /// of its output.
    Result<int> addModel(const json& model, int input, int depth) {
        if (depth > maximalDepth)
            return failure(ErrorCode::unsupportedFormat, "models nested too deep");
        if (model.at("class_name") == "Sequential")
            return addSequential(model.at("config"), input, depth);
        return addFunctional(model.at("config"), input, depth);
    }

    std::vector<KerasLayer> take() { return std::move(m_layers); }

private:
    Result<int> addLayer(const json& layer, std::vector<int> inputs, int depth) {
        const auto className = layer.at("class_name").get<std::string>();
        const auto name = layer.at("config").at("name").get<std::string>();
        if (isModel(className)) {
            if (inputs.size() != 1)
                return failure(ErrorCode::unsupportedFormat, "model " + name + " has several inputs");
            return addModel(layer, inputs[0], depth + 1);
        }
        if (m_layers.size() >= maximalLayers)
            return failure(ErrorCode::limitExceeded,
                           "more than " + std::to_string(maximalLayers) + " layers");
        m_layers.push_back(
            {nameWithoutSlash(name), className, settingsOf(layer.at("config")), std::move(inputs)});
        return static_cast<int>(m_layers.size()) - 1;
    }

    Result<int> addSequential(const json& config, int input, int depth) {
        const json& layers = config.is_array() ? config : config.at("layers"); // an array in Keras before 2.3
        Result<int> last = input;
        for (const auto& layer : layers) {
            const bool isInput = layer.at("class_name") == "InputLayer";
            if (isInput && *last >= 0)
                continue;
            if (!isInput && *last < 0)
                last = addImpliedInput(config, layer);
            last = addLayer(layer, *last < 0 ? std::vector<int>{} : std::vector<int>{*last}, depth);
            if (!last)
                return last;
        }
        return last;
    }

    /// A Sequential model may do without an input layer; its shape then stands with the first layer or with
    /// the model.
    int addImpliedInput(const json& config, const json& first) {
        KerasLayer layer{"input", "InputLayer", {}, {}};
        if (const json& own = first.at("config"); own.contains("batch_input_shape"))
            layer.settings["batch_shape"] = own["batch_input_shape"].dump();
        else if (config.contains("build_input_shape"))
            layer.settings["batch_shape"] = config["build_input_shape"].dump();
        m_layers.push_back(std::move(layer));
        return static_cast<int>(m_layers.size()) - 1;
    }

    Result<int> addFunctional(const json& config, int input, int depth) {
        const auto inputName = onlyEnd(config.at("input_layers"));
        const auto outputName = onlyEnd(config.at("output_layers"));
        if (!inputName || !outputName)
            return failure(inputName ? outputName : inputName);
        std::map<std::string, int> places;
        for (const auto& layer : config.at("layers")) {
            const std::string name = layer.contains("name")
                                         ? layer["name"].get<std::string>()
                                         : layer.at("config").at("name").get<std::string>();
            if (name == *inputName && input >= 0) {
                places[name] = input;
                continue;
            }
            const auto inputs = placesOf(layer, name, places);
            if (!inputs)
                return failure(inputs);
            const auto place = addLayer(layer, *inputs, depth);
            if (!place)
                return place;
            places[name] = *place;
        }
        if (!places.contains(*outputName))
            return failure(ErrorCode::damaged, "the configuration lacks its output layer " + *outputName);
        return places[*outputName];
    }

    static Result<std::vector<int>> placesOf(const json& layer, const std::string& name,
                                             const std::map<std::string, int>& places) {
        const auto names = inboundNames(layer, name);
        if (!names)
            return failure(names);
        std::vector<int> inputs;
        for (const auto& inbound : *names) {
            const auto found = places.find(inbound);
            if (found == places.end())
                return failure(ErrorCode::damaged,
                               "layer " + name + " reads " + inbound + ", which does not stand before it");
            inputs.push_back(found->second);
        }
        return inputs;
    }

    std::vector<KerasLayer> m_layers;
};

} // namespace

Result<KerasModelConfig> kerasModelConfigFromJson(std::string_view text) {
    const json model = nestsTooDeep(text) ? json() : json::parse(text, nullptr, false);
    if (!model.is_object())
        return failure(ErrorCode::damaged, "the model's configuration is not JSON");
    try {
        const auto className = model.at("class_name").get<std::string>();
        if (!isModel(className))
            return failure(ErrorCode::unsupportedFormat, "a model of class " + className);
        Flattening flattening;
        const auto output = flattening.addModel(model, -1, 0);
        if (!output)
            return failure(output);
        const json& config = model.at("config");
        return KerasModelConfig{config.is_object() ? config.value("name", "") : "", flattening.take(),
                                *output};
    } catch (const json::exception& exception) {
        return failure(ErrorCode::damaged, std::string("the model's configuration: ") + exception.what());
    }
}

} // namespace pleurascope::weights
