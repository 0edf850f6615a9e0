// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/JsonLine.h"
#include "engine/core/Sha256.h"
#include "engine/weights/KnownBackbone.h"
#include "engine/weights/ModelFile.h"
#include "engine/weights/ModelJson.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string file;
    bool json = false;
};

void printText(const weights::ModelDescription& d, const std::string& hash, std::int64_t parameters) {
    std::printf("%s (%.7s)\n", d.name.c_str(), hash.c_str());
    std::printf("  %s cut at %s, %lld parameters, input %d, scaling %s (%s)\n",
                weights::backboneName(d.backbone).c_str(), d.backbone.cut.c_str(),
                static_cast<long long>(parameters), d.inputSize,
                std::string(weights::scalingName(d.scaling)).c_str(), d.scalingSource.c_str());
    std::printf("  classes");
    for (std::size_t i = 0; i < d.classes.size(); ++i)
        std::printf(" %s%s", d.classes[i].c_str(),
                    static_cast<int>(i) == d.positiveClass ? " (positive)" : "");
    std::printf("\n  threshold %g (%s), ", d.threshold, d.thresholdRule.c_str());
    if (d.isCalibrated())
        std::printf("calibrated on %d films, temperature %.4f\n", d.calibratedOn, d.temperature);
    else
        std::printf("uncalibrated\n");
    const auto& p = d.provenance;
    if (p.trainingFilms == 0 && p.trainingData.empty()) {
        std::printf("  from %s\n", p.backboneWeights.c_str());
        return;
    }
    std::printf("  trained on %s%s, %d films, validated on %d, split by %s, seed %u\n",
                p.trainingData.c_str(), p.phantomsOnly ? " (phantoms only)" : "", p.trainingFilms,
                p.validationFilms, p.split.c_str(), p.seed);
    if (p.validationLeaks)
        std::printf(
            "  VALIDATION LEAKS: copies of training films were validated on, so these say too much\n");
    for (const auto& [name, value] : p.metrics)
        std::printf("  %s %.4f\n", name.c_str(), value);
}

int info(const Options& options) {
    // The whole file is read: a model that is cut short has no information worth printing.
    const auto model = weights::readModelFile(options.file);
    const auto hash = core::sha256OfFile(options.file);
    if (!model || !hash)
        return fail(model ? hash.error() : model.error());
    std::int64_t parameters = 0;
    for (const auto& [name, tensor] : model->tensors)
        parameters += weights::elementCount(tensor.shape);
    if (options.json) {
        auto j = nlohmann::ordered_json::parse(weights::toJson(model->description));
        j["sha256"] = *hash;
        j["parameters"] = parameters;
        printJson(j);
    } else {
        printText(model->description, *hash, parameters);
    }
    return success;
}

} // namespace

void addModelCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* model = app.add_subcommand("model", "Look at model files, import and export them, fetch weights");
    model->require_subcommand(1);
    auto* command = model->add_subcommand("info", "What a .psmodel is, was trained on and achieved");
    command->add_option("model", options->file, "The .psmodel")->required();
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([options, &run] { run = [options](const Context&) { return info(*options); }; });
    addModelImportCommand(*model, run);
    addModelExportCommand(*model, run);
    addModelFetchCommand(*model, run);
}

} // namespace pleurascope::cli
