// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Learning.h"
#include "engine/core/Installation.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/HeatmapOverlay.h"
#include "engine/imaging/ImageFile.h"
#include "engine/imaging/Npy.h"
#include "engine/intake/FilmReader.h"

#include <algorithm>
#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string model, file, output, array, className, score = "logit";
    explain::HeatmapRequest request;
    double opacity = 0.6;
};

core::Result<int> classIndex(const std::string& name, const std::vector<std::string>& classes) {
    if (name.empty())
        return -1;
    const auto found = std::find(classes.begin(), classes.end(), name);
    if (found != classes.end())
        return static_cast<int>(found - classes.begin());
    if (name.size() < 4 &&
        std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
        static_cast<std::size_t>(std::stoi(name)) < classes.size())
        return std::stoi(name);
    return core::failure(core::ErrorCode::invalidArgument, "the model has no class '" + name + "'");
}

/// The film with the map stretched to its own maximum ('relative'); where nothing speaks for the class, the
/// film alone.
core::PixelBuffer picture(const imaging::Image& image, const core::PixelBuffer& map, double opacity) {
    const core::PixelBuffer film = imaging::renderDefault(image);
    const core::PixelBuffer relative = imaging::relativeMap(map);
    imaging::OverlayStyle style;
    style.opacity = opacity;
    return relative.isEmpty() ? film : imaging::overlayHeatmap(film, relative, style);
}

core::Result<void> explainFilm(const Options& options) {
    const auto module = openLearning();
    if (!module)
        return core::failure(module);
    const auto predictor = (*module)->openModel(options.model, inference::DeviceChoice::automatic);
    if (!predictor)
        return core::failure(predictor);
    const auto& description = (*predictor)->description();
    const auto chosen = classIndex(options.className, description.classes);
    if (!chosen)
        return core::failure(chosen);
    intake::FilmReader reader(core::readerProgram());
    const auto film = reader.readFilm(options.file);
    if (!film)
        return core::failureIn(film.error(), options.file);
    auto request = options.request;
    request.classIndex = *chosen;
    request.score = options.score == "softmax" ? explain::Score::softmax : explain::Score::logit;
    const auto explainer = (*module)->makeExplainer(*predictor);
    const auto heatmap =
        explainer->explain(imaging::inputPlanes(film->image, description.inputSize), request);
    if (!heatmap)
        return core::failure(heatmap);
    const std::string caption =
        "Grad-CAM, relative, " + heatmap->layer + ", model " + description.name +
        (description.provenance.phantomsOnly ? " (demonstration model, trained on phantoms only)" : "");
    if (!options.array.empty())
        if (const auto written = imaging::writeNpy(options.array, heatmap->map); !written)
            return written;
    std::fprintf(stderr, "%s: probability %.4f, %s; %s\n", options.file.c_str(),
                 heatmap->prediction.probability, description.isCalibrated() ? "calibrated" : "uncalibrated",
                 caption.c_str());
    return imaging::writePng(options.output, picture(film->image, heatmap->map, options.opacity),
                             {{"Comment", "Research software, not for diagnosis"}, {"Description", caption}});
}

} // namespace

void addExplainCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("explain", "Lay a Grad-CAM map over a film");
    command->add_option("--model", options->model, "The .psmodel")->required()->type_name("M");
    command->add_option("file", options->file, "The film")->required();
    command->add_option("--output", options->output, "PNG to write")->required()->type_name("OUT.png");
    command->add_option("--array", options->array, "The raw map as <f4 (h, w), not stretched")
        ->type_name("OUT.npy");
    command->add_option("--layer", options->request.layer, "Keras layer (default: the cut)")->type_name("L");
    command->add_option("--class", options->className, "Name or number (default: the positive class)")
        ->type_name("C");
    command->add_option("--score", options->score, "What the map explains")
        ->check(CLI::IsMember({"logit", "softmax"}))
        ->capture_default_str();
    command->add_option("--opacity", options->opacity, "Of the hottest place")
        ->check(CLI::Range(0.0, 0.75))
        ->capture_default_str();
    command->callback([options, &run] {
        run = [options](const Context&) {
            const auto done = explainFilm(*options);
            if (!done)
                printError(done.error());
            return done ? success : failed;
        };
    });
}

} // namespace pleurascope::cli
