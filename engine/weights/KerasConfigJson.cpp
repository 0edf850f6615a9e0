// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasConfigJson.h"

#include "engine/weights/KerasShapes.h"

#include <nlohmann/json.hpp>

#include <set>

namespace pleurascope::weights {

namespace {

using nlohmann::json;

json withBatch(const KerasShape& shape) {
    json all = json::array({nullptr});
    for (const auto extent : shape)
        all.push_back(extent);
    return all;
}

json object(const char* module, const char* className, const json& config) {
    return {{"module", module}, {"class_name", className}, {"config", config}, {"registered_name", nullptr}};
}

json initializer(const char* className) {
    const bool seeded = std::string(className) == "GlorotUniform";
    return object("keras.initializers", className, seeded ? json{{"seed", nullptr}} : json::object());
}

/// What get_config tells besides the settings that bear on the result.
void addTrainingSettings(const std::string& className, json& config) {
    const bool convolves = className == "Conv2D";
    if (convolves || className == "Dense") {
        config["kernel_initializer"] = initializer("GlorotUniform");
        config["bias_initializer"] = initializer("Zeros");
        for (const char* none :
             {"kernel_regularizer", "bias_regularizer", "kernel_constraint", "bias_constraint"})
            config[none] = nullptr;
        if (convolves)
            config["activity_regularizer"] = nullptr;
    } else if (className == "BatchNormalization") {
        config["beta_initializer"] = config["moving_mean_initializer"] = initializer("Zeros");
        config["gamma_initializer"] = config["moving_variance_initializer"] = initializer("Ones");
        for (const char* none :
             {"beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint"})
            config[none] = nullptr;
        config["synchronized"] = false;
    } else if (className == "Dropout") {
        config["seed"] = config["noise_shape"] = nullptr;
    } else if (className == "InputLayer") {
        config["sparse"] = config["ragged"] = false;
    }
}

json layerConfig(const KerasLayer& layer) {
    json config = {{"name", layer.name}};
    for (const auto& [key, value] : layer.settings)
        config[key] = json::parse(value);
    if (layer.className == "InputLayer") {
        config["dtype"] = "float32";
    } else {
        config["trainable"] = true;
        config["dtype"] = object("keras", "DTypePolicy", {{"name", "float32"}});
    }
    addTrainingSettings(layer.className, config);
    return config;
}

/// The arguments that Keras records with a call although nobody gave them.
json callArguments(const KerasLayer& layer) {
    if (layer.className == "BatchNormalization")
        return {{"mask", nullptr}};
    if (layer.className == "Dropout")
        return {{"training", false}};
    return json::object();
}

/// Writes the layers of one model.
class LayerSerializer {
public:
    LayerSerializer(const KerasModelConfig& model, int inputSize, KerasDialect dialect)
        : m_layers(model.layers)
        , m_shapes(kerasOutputShapes(model.layers, inputSize))
        , m_dialect(dialect) {}

    [[nodiscard]] json layers() const {
        json all = json::array();
        for (const auto& layer : m_layers)
            all.push_back(serialize(layer));
        return all;
    }

private:
    [[nodiscard]] json serialize(const KerasLayer& layer) const {
        json j = {{"class_name", layer.className}, {"config", layerConfig(layer)}, {"name", layer.name}};
        j["inbound_nodes"] = inboundNodes(layer);
        if (m_dialect == KerasDialect::legacy)
            return j;
        j["module"] = "keras.layers";
        j["registered_name"] = nullptr;
        static const std::set<std::string> built{"Rescaling", "ZeroPadding2D", "Conv2D", "BatchNormalization",
                                                 "Add",       "Concatenate",   "Dense"};
        if (built.contains(layer.className))
            j["build_config"] = {{"input_shape", inputShape(layer)}};
        return j;
    }

    [[nodiscard]] json inputShape(const KerasLayer& layer) const {
        if (layer.inputs.size() == 1)
            return withBatch(m_shapes[static_cast<std::size_t>(layer.inputs[0])]);
        json shapes = json::array();
        for (const int input : layer.inputs)
            shapes.push_back(withBatch(m_shapes[static_cast<std::size_t>(input)]));
        return shapes;
    }

    [[nodiscard]] json tensor(int index) const {
        const auto place = static_cast<std::size_t>(index);
        return {{"class_name", "__keras_tensor__"},
                {"config",
                 {{"shape", withBatch(m_shapes[place])},
                  {"dtype", "float32"},
                  {"keras_history", json::array({m_layers[place].name, 0, 0})}}}};
    }

    [[nodiscard]] json inboundNodes(const KerasLayer& layer) const {
        if (layer.inputs.empty())
            return json::array();
        json tensors = json::array();
        for (const int input : layer.inputs)
            tensors.push_back(tensor(input));
        const json arguments = tensors.size() == 1 ? tensors : json::array({tensors});
        return json::array({{{"args", arguments}, {"kwargs", callArguments(layer)}}});
    }

    const std::vector<KerasLayer>& m_layers;
    std::vector<KerasShape> m_shapes;
    KerasDialect m_dialect;
};

} // namespace

std::string kerasConfigJson(const KerasModelConfig& model, int inputSize, KerasDialect dialect) {
    const std::string& output = model.layers[static_cast<std::size_t>(model.output)].name;
    json config = {{"name", model.name}, {"trainable", true}};
    config["layers"] = LayerSerializer(model, inputSize, dialect).layers();
    config["input_layers"] = json::array({json::array({model.layers.front().name, 0, 0})});
    config["output_layers"] = json::array({json::array({output, 0, 0})});
    json j = {{"class_name", "Functional"}, {"config", config}};
    if (dialect == KerasDialect::keras3) {
        j["module"] = "keras.src.models.functional";
        j["registered_name"] = "Functional";
        j["build_config"] = {{"input_shape", nullptr}};
    }
    return j.dump(-1, ' ', true, json::error_handler_t::replace);
}

} // namespace pleurascope::weights
