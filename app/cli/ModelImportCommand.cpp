// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/JsonLine.h"
#include "engine/core/Sha256.h"
#include "engine/weights/KerasImport.h"
#include "engine/weights/KnownBackbone.h"
#include "engine/weights/ModelJson.h"

#include <cstdio>
#include <memory>
#include <sstream>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string file, output, scaling, classes, backbone;
    int inputSize = 0;
    weights::KerasImportOptions import;
    bool json = false;
    bool inProcess = false;
};

void printWarnings(const std::string& file, const weights::KerasImport& import) {
    if (import.model.description.scalingSource == "assumed")
        std::fprintf(stderr,
                     "pleurascope-cli: %s: warning: the file does not say how grey levels are scaled; "
                     "%s is assumed, --scaling tells otherwise\n",
                     file.c_str(),
                     import.model.description.scaling == weights::Scaling::tf ? "tf (x/127.5 - 1)" : "torch");
    if (import.initialised.empty())
        return;
    std::fprintf(stderr,
                 "pleurascope-cli: %s: warning: %zu tensors are missing and got initial values; what the "
                 "model says means "
                 "nothing until it is trained:\n",
                 file.c_str(), import.initialised.size());
    for (const auto& name : import.initialised)
        std::fprintf(stderr, "  %s\n", name.c_str());
}

void printSummary(const weights::KerasImport& import, const Options& options, const std::string& hash) {
    const auto& description = import.model.description;
    if (options.json) {
        auto j = nlohmann::ordered_json::parse(weights::toJson(description));
        j["model"] = options.output;
        j["sha256"] = hash;
        j["initialised"] = import.initialised;
        printJson(j);
        return;
    }
    std::printf("%s (%.7s): cut at %s, input %d, scaling %s (%s), classes", options.output.c_str(),
                hash.c_str(), description.backbone.cut.c_str(), description.inputSize,
                std::string(weights::scalingName(description.scaling)).c_str(),
                description.scalingSource.c_str());
    for (std::size_t i = 0; i < description.classes.size(); ++i)
        std::printf(" %s%s", description.classes[i].c_str(),
                    static_cast<int>(i) == description.positiveClass ? " (positive)" : "");
    std::printf("\n");
}

std::vector<std::string> commaSeparated(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');)
        parts.push_back(part);
    return parts;
}

int importModel(Options options) {
    options.import.classes = commaSeparated(options.classes);
    if (!options.scaling.empty())
        options.import.scaling = weights::scalingFromName(options.scaling).value();
    if (!options.backbone.empty())
        options.import.backbone = weights::knownBackbone(options.backbone).value().description;
    if (options.inputSize > 0)
        options.import.inputSize = options.inputSize;
    const auto reader = filmReader(options.inProcess);
    const auto imported =
        weights::importKeras(options.file, options.import,
                             [&](const std::filesystem::path& path) { return reader->readKeras(path); });
    if (!imported)
        return fail(imported.error());
    if (const auto written = weights::writeModelFile(options.output, imported->model); !written)
        return fail(written.error());
    const auto hash = core::sha256OfFile(options.output);
    if (!hash)
        return fail(hash.error());
    printWarnings(options.file, *imported);
    printSummary(*imported, options, *hash);
    return success;
}

/// What is to be done with a file that holds less than a whole model.
void addPartialOptions(CLI::App& command, Options& options) {
    command
        .add_option("--cut", options.import.cut,
                    "End the backbone at this layer: accepts a file that holds no more; a head that it "
                    "lacks starts from "
                    "initial values, and is listed")
        ->type_name("LAYER");
    command
        .add_option("--backbone", options.backbone,
                    "What a file that ends early is of (default: resnet50v2, or as its tensors tell)")
        ->check(CLI::IsMember(weights::knownBackboneNames()));
    command.add_flag("--initialise-missing", options.import.initialiseMissing,
                     "Accept a partial file: missing tensors get Keras' initial values, and are listed");
}

} // namespace

void addModelImportCommand(CLI::App& model, Work& run) {
    auto options = std::make_shared<Options>();
    auto& import = options->import;
    auto* command = model.add_subcommand(
        "import",
        "Make a .psmodel of a network that Keras saved: legacy .h5 weights or model, .weights.h5, .keras. "
        "ResNet V2 and DenseNet backbones with pooling and Dense layers; a layer that is not known is "
        "refused by name");
    command->add_option("file", options->file, "The Keras file")->required();
    command->add_option("--output", options->output, "The .psmodel to write")
        ->required()
        ->type_name("PSMODEL");
    command
        ->add_option(
            "--scaling", options->scaling,
            "How grey levels were scaled in training. tf: x/127.5 - 1; unit: x/255; none: x; torch: "
            "x/255, then ImageNet's mean and deviation. A Rescaling layer in the file wins (default, "
            "with a warning: tf, for DenseNets torch)")
        ->check(CLI::IsMember({"tf", "unit", "none", "torch"}));
    command->add_option("--input-size", options->inputSize, "Pixels a side (default: the file's, else 224)")
        ->check(CLI::Range(32, 4096));
    command
        ->add_option(
            "--classes", options->classes,
            "Names of the outputs in their order, alphabetical in Keras (default: class0,class1,...)")
        ->type_name("A,B");
    command
        ->add_option("--positive", import.positive,
                     "Class of the question (default: effusion, else the last)")
        ->type_name("NAME");
    addPartialOptions(*command, *options);
    command->add_flag("--json", options->json,
                      "One JSON object: the description, sha256, and what was initialised");
    addInProcessFlag(*command, options->inProcess);
    command->callback([options, &run] { run = [options](const Context&) { return importModel(*options); }; });
}

} // namespace pleurascope::cli
