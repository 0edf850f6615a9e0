// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasImport.h"

#include "engine/core/Installation.h"
#include "engine/core/Sha256.h"
#include "engine/weights/InitialTensor.h"
#include "engine/weights/KerasLayers.h"
#include "engine/weights/KerasNetwork.h"
#include "engine/weights/KerasShapes.h"
#include "engine/weights/ModelJson.h"

#include <algorithm>
#include <ctime>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

std::string now() {
    const std::time_t seconds = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

/// "effusion.weights.h5" -> "effusion"
std::string modelName(const std::filesystem::path& path) {
    const auto stem = path.stem();
    return (stem.extension() == ".weights" ? stem.stem() : stem).string();
}

Result<std::vector<std::string>> classNames(const KerasImportOptions& options, int count) {
    std::vector<std::string> names = options.classes;
    if (names.empty())
        for (int i = 0; i < count; ++i)
            names.push_back("class" + std::to_string(i));
    if (static_cast<int>(names.size()) != count)
        return failure(ErrorCode::invalidArgument, std::to_string(names.size()) +
                                                       " classes are named, the network has " +
                                                       std::to_string(count) + " outputs");
    if (std::find(names.begin(), names.end(), std::string()) != names.end())
        return failure(ErrorCode::invalidArgument, "a class has no name");
    auto sorted = names;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return failure(ErrorCode::invalidArgument, "two classes have the same name");
    return names;
}

Result<int> positiveClass(const std::vector<std::string>& classes, const std::string& wanted) {
    const auto found = std::find(classes.begin(), classes.end(), wanted.empty() ? "effusion" : wanted);
    if (found != classes.end())
        return static_cast<int>(found - classes.begin());
    if (!wanted.empty())
        return failure(ErrorCode::invalidArgument, "positive class " + wanted + " is not one of the classes");
    return static_cast<int>(classes.size()) - 1;
}

void describeScaling(const KerasNetwork& network, const KerasImportOptions& options,
                     ModelDescription& description) {
    // What keras.applications' preprocess_input does for the family.
    const Scaling usual = network.backbone.family == "densenet" ? Scaling::torch : Scaling::tf;
    description.scaling = network.scaling.value_or(options.scaling.value_or(usual));
    description.scalingSource = network.scaling ? "file" : options.scaling ? "configured" : "assumed";
}

Result<ModelDescription> describe(const KerasNetwork& network, const KerasImportOptions& options) {
    ModelDescription description;
    description.backbone = network.backbone;
    description.head = network.head;
    description.inputSize = options.inputSize.value_or(network.inputSize.value_or(224));
    describeScaling(network, options, description);
    const int outputs =
        network.classes > 0 ? network.classes : std::max<int>(2, static_cast<int>(options.classes.size()));
    auto classes = classNames(options, outputs);
    if (!classes)
        return failure(classes);
    const auto positive = positiveClass(*classes, options.positive);
    if (!positive)
        return failure(positive);
    description.classes = std::move(*classes);
    description.positiveClass = *positive;
    // Its ranges are checked where every model file's are.
    if (auto checked = modelDescriptionFromJson(toJson(description)); !checked)
        return failure(ErrorCode::invalidArgument, checked.error().detail);
    return description;
}

std::vector<std::string> initialise(const KerasModelConfig& model, TensorMap& tensors) {
    std::vector<std::string> names;
    for (const auto& [name, shape] : kerasVariables(model.layers))
        if (!tensors.contains(name)) {
            // Each tensor has a stream of its own, whatever else is missing.
            std::seed_seq seed(name.begin(), name.end());
            std::mt19937 generator(seed);
            tensors.emplace(name, initialTensor(name, shape, generator));
            names.push_back(name);
        }
    return names;
}

/// What keeps a file from being a whole model, or nothing.
Result<void> checkComplete(const KerasNetwork& network, const KerasImportOptions& options) {
    if (options.initialiseMissing ||
        (network.missing.empty() && (network.classes > 0 || !options.cut.empty())))
        return {};
    std::string list;
    for (const auto& name : network.missing)
        list += (list.empty() ? "" : ", ") + name;
    if (network.classes == 0)
        list += std::string(list.empty() ? "" : ", ") + "the head (dense/kernel, dense/bias, ...)";
    return failure(ErrorCode::missingTensor, list);
}

} // namespace

Result<KerasImport> importKeras(const std::filesystem::path& path, const KerasImportOptions& options,
                                const KerasFileSource& read) {
    auto file = read(path);
    if (!file)
        return failure(file);
    auto network = kerasNetwork(std::move(*file), options.cut, options.backbone);
    if (!network)
        return core::failureIn(network.error(), path);
    if (auto complete = checkComplete(*network, options); !complete)
        return core::failureIn(complete.error(), path);
    auto description = describe(*network, options);
    if (!description)
        return core::failureIn(description.error(), path);
    const auto model = kerasModelOf(*description);
    auto hash = core::sha256OfFile(path);
    if (!model || !hash)
        return tl::unexpected(model ? hash.error() : model.error());
    description->name = modelName(path);
    description->provenance.created = now();
    description->provenance.program = "PleuraScope " + std::string(core::programVersion());
    description->provenance.backboneWeights = path.filename().string();
    description->provenance.backboneWeightsSha256 = std::move(*hash);
    KerasImport import{{std::move(*description), std::move(network->tensors)}, {}};
    import.initialised = initialise(*model, import.model.tensors);
    return import;
}

} // namespace pleurascope::weights
