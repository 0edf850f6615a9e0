// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "engine/core/Installation.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/ImageFile.h"
#include "engine/intake/FilmReader.h"

#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string file, output, window;
    bool invert = false;
};

core::Result<core::PixelBuffer> rendered(const imaging::Image& image, const Options& options) {
    if (options.window.empty())
        return options.invert ? imaging::render(image, imaging::defaultWindow(image), true)
                              : imaging::renderDefault(image);
    const auto numbers = numberList(options.window);
    if (!numbers)
        return core::failure(numbers);
    if (numbers->size() != 2 || !((*numbers)[1] > 0))
        return core::failure(core::ErrorCode::invalidArgument,
                             "--window wants centre,width with a width above 0");
    imaging::Window window;
    window.centre = (*numbers)[0];
    window.width = (*numbers)[1];
    return imaging::render(image, window, options.invert);
}

core::Result<void> render(const Options& options) {
    intake::FilmReader reader(core::readerProgram());
    const auto film = reader.readFilm(options.file);
    if (!film)
        return core::failureIn(film.error(), options.file);
    const auto pixels = rendered(film->image, options);
    if (!pixels)
        return core::failure(pixels);
    return imaging::writePng(options.output, *pixels, {{"Comment", "Research software, not for diagnosis"}});
}

} // namespace

void addRenderCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("render", "Write a film as an 8-bit PNG");
    command->add_option("file", options->file, "DICOM, PNG, JPEG or TIFF")->required();
    command->add_option("--output", options->output, "PNG to write")->required()->type_name("OUT.png");
    command->add_option("--window", options->window, "Centre and width, in modality units")->type_name("C,W");
    command->add_flag("--invert", options->invert, "Exchange black and white");
    command->callback([options, &run] {
        run = [options](const Context&) {
            const auto done = render(*options);
            if (!done)
                printError(done.error());
            return done ? success : failed;
        };
    });
}

} // namespace pleurascope::cli
