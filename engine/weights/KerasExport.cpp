// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasExport.h"

#include "engine/core/Files.h"
#include "engine/weights/Hdf5Writer.h"
#include "engine/weights/Keras3Group.h"
#include "engine/weights/KerasConfigJson.h"
#include "engine/weights/KerasLayers.h"
#include "engine/weights/KerasShapes.h"
#include "engine/weights/ModelJson.h"
#include "engine/weights/Safetensors.h"
#include "engine/weights/Temperature.h"
#include "engine/weights/ZipArchive.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;
using Characters = hdf5::Writer::Characters;

namespace {

constexpr const char* kerasVersion = "3.10.0"; // whose layout is written
constexpr std::array<std::pair<const char*, ExportFormat>, 3> formats{
    {{"keras-h5", ExportFormat::kerasH5},
     {"keras", ExportFormat::keras},
     {"safetensors", ExportFormat::safetensors}}};

/// A layer's variables, in Keras' order: short name ("kernel") and tensor.
using Variables = std::vector<std::pair<std::string, const Tensor*>>;

/// Variables of each layer of `model`, one entry a layer.
Result<std::vector<Variables>> variablesOf(const KerasModelConfig& model, int inputSize,
                                           const TensorMap& tensors) {
    const auto shapes = kerasOutputShapes(model.layers, inputSize);
    std::vector<Variables> all;
    for (const auto& layer : model.layers) {
        Variables& variables = all.emplace_back();
        if (layer.inputs.empty())
            continue;
        for (const auto& [name, shape] :
             kerasVariables(layer, shapes[static_cast<std::size_t>(layer.inputs[0])])) {
            const auto found = findTensor(tensors, name, shape);
            if (!found)
                return failure(found);
            variables.emplace_back(name.substr(layer.name.size() + 1), *found);
        }
    }
    return all;
}

void writeLegacyWeights(hdf5::Writer& file, const KerasModelConfig& model,
                        const std::vector<Variables>& variables) {
    const std::string root = "/model_weights";
    file.addGroup(root);
    file.addText(root, "backend", "tensorflow", Characters::ascii);
    file.addText(root, "keras_version", kerasVersion, Characters::ascii);
    std::vector<std::string> layerNames;
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const std::string& layer = model.layers[i].name;
        layerNames.push_back(layer);
        const std::string group = root + "/" + layer;
        file.addGroup(group);
        std::vector<std::string> names;
        for (const auto& [name, tensor] : variables[i]) {
            names.push_back(layer + "/" + name);
            file.addTensor(group + "/" + names.back(), *tensor);
        }
        file.addStringList(group, "weight_names", names);
    }
    file.addGroup(root + "/top_level_model_weights");
    file.addStringList(root + "/top_level_model_weights", "weight_names", {});
    file.addStringList(root, "layer_names", layerNames);
}

Result<core::Bytes> legacyModel(const KerasModelConfig& model, int inputSize,
                                const std::vector<Variables>& variables) {
    const auto lock = hdf5::lockLibrary();
    hdf5::Writer file;
    file.addText("/", "backend", "tensorflow", Characters::utf8);
    file.addText("/", "keras_version", kerasVersion, Characters::utf8);
    file.addText("/", "model_config", kerasConfigJson(model, inputSize, KerasDialect::legacy),
                 Characters::ascii);
    writeLegacyWeights(file, model, variables);
    return file.bytes();
}

Result<core::Bytes> keras3Weights(const KerasModelConfig& model, const std::vector<Variables>& variables) {
    const auto lock = hdf5::lockLibrary();
    hdf5::Writer file;
    std::map<std::string, int> counts;
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const std::string className = snakeCase(model.layers[i].className);
        const int number = counts[className]++;
        const std::string group =
            "/layers/" + className + (number == 0 ? "" : "_" + std::to_string(number)) + "/vars";
        file.addGroup(group);
        file.addText(group, "name", model.layers[i].name, Characters::utf8);
        for (std::size_t v = 0; v < variables[i].size(); ++v)
            file.addTensor(group + "/" + std::to_string(v), *variables[i][v].second);
    }
    file.addGroup("/vars"); // of the model itself
    file.addText("/vars", "name", model.name, Characters::utf8);
    return file.bytes();
}

/// "2026-11-22T20:13:48Z" -> "2026-11-22@20:13:48"
std::string savedAt(const std::string& created) {
    if (created.size() < 19)
        return "1970-01-01@00:00:00";
    return created.substr(0, 10) + "@" + created.substr(11, 8);
}

Result<core::Bytes> keras3Archive(const KerasModelConfig& model, const ModelDescription& description,
                                  const std::vector<Variables>& variables) {
    const auto weights = keras3Weights(model, variables);
    if (!weights)
        return weights;
    const std::string config = kerasConfigJson(model, description.inputSize, KerasDialect::keras3);
    const nlohmann::ordered_json metadata = {{"keras_version", kerasVersion},
                                             {"date_saved", savedAt(description.provenance.created)}};
    const std::string metadataText = metadata.dump();
    return zipBytes({{"metadata.json", std::as_bytes(std::span(metadataText))},
                     {"config.json", std::as_bytes(std::span(config))},
                     {"model.weights.h5", *weights}});
}

Result<core::Bytes> exportedBytes(const ModelContents& given, ExportFormat format) {
    // Keras knows no temperature; safetensors carry it in the description.
    const ModelContents model = format == ExportFormat::safetensors ? given : withTemperatureFolded(given);
    const auto config = kerasModelOf(model.description);
    if (!config)
        return failure(config);
    const auto variables = variablesOf(*config, model.description.inputSize, model.tensors);
    if (!variables)
        return failure(variables);
    switch (format) {
    case ExportFormat::kerasH5:
        return legacyModel(*config, model.description.inputSize, *variables);
    case ExportFormat::keras:
        return keras3Archive(*config, model.description, *variables);
    case ExportFormat::safetensors:
        break;
    }
    return writeSafetensors(model.tensors, {{"format", "keras"}, {"model.json", toJson(model.description)}});
}

} // namespace

std::vector<std::string> exportFormatNames() {
    std::vector<std::string> names;
    for (const auto& [name, format] : formats)
        names.emplace_back(name);
    return names;
}

Result<ExportFormat> exportFormatFromName(std::string_view name) {
    for (const auto& [known, format] : formats)
        if (name == known)
            return format;
    return failure(ErrorCode::invalidArgument, "format " + std::string(name));
}

Result<void> exportModel(const std::filesystem::path& path, const ModelContents& model, ExportFormat format) {
    const auto bytes = exportedBytes(model, format);
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    return core::writeFileAtomically(path, *bytes);
}

} // namespace pleurascope::weights
