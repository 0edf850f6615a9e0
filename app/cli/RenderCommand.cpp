// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/ImageFile.h"
#include "engine/imaging/Npy.h"
#include "engine/imaging/Orientation.h"
#include "engine/imaging/OverlayPlanes.h"

#include <cstdio>
#include <memory>
#include <utility>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string file, output, raw, window, presentation;
    int frame = 0;
    int voi = -1;
    bool fullRange = false;
    bool invert = false;
    bool overlays = false;
    bool shutter = false;
    bool inProcess = false;
};

core::Result<imaging::Window> windowOf(const std::string& text) {
    const auto numbers = numberList(text);
    if (!numbers)
        return core::failure(numbers);
    if (numbers->size() != 2 || !((*numbers)[1] > 0))
        return core::failure(core::ErrorCode::invalidArgument,
                             "--window wants centre,width with a width above 0");
    imaging::Window window;
    window.centre = (*numbers)[0];
    window.width = (*numbers)[1];
    return window;
}

/// The file's VOI choices are its tables, then its windows, each in the file's order.
core::Result<core::PixelBuffer> byFilesVoi(const imaging::Image& image, int choice, bool invert) {
    const auto& tables = image.display.voiTables;
    const auto& windows = image.display.windows;
    const auto index = std::size_t(choice);
    if (index < tables.size())
        return imaging::renderByTable(image, tables[index], invert);
    if (index - tables.size() < windows.size())
        return imaging::render(image, windows[index - tables.size()], invert);
    return core::failure(core::ErrorCode::invalidArgument,
                         "--voi " + std::to_string(choice) + ": the file has " +
                             std::to_string(tables.size() + windows.size()) + " VOI tables and windows");
}

core::Result<core::PixelBuffer> levelsOf(const imaging::Image& image, const Options& options) {
    if (!image.isGrey())
        return imaging::renderDefault(image, options.invert);
    if (options.voi >= 0)
        return byFilesVoi(image, options.voi, options.invert);
    if (options.fullRange)
        return imaging::render(image, imaging::fullRangeWindow(image), options.invert);
    if (options.window.empty())
        return imaging::renderDefault(image, options.invert);
    return windowOf(options.window).map([&](const imaging::Window& window) {
        return imaging::render(image, window, options.invert);
    });
}

/// Gives the film the display that the presentation state has for it, and says how it lies.
core::Result<imaging::Orientation> present(intake::Film& film, intake::FilmReader& reader,
                                           const Options& options) {
    const auto state = reader.readPresentation(options.presentation);
    if (!state)
        return core::failureIn(state.error(), options.presentation);
    const auto& uid = film.header.instance.uid;
    if (!dicom::concerns(*state, uid, options.frame))
        return core::failure(core::ErrorCode::invalidArgument, "is about other images than " + options.file,
                             options.presentation);
    if (!film.image.isGrey())
        return core::failure(core::ErrorCode::invalidArgument,
                             "is about grey images, and this one is in colour", options.file);
    if (film.natural) // the presentation state's chain takes the place of the file's, a mask included
        film.image = *std::exchange(film.natural, std::nullopt);
    film.image.display = dicom::displayBy(*state, film.image.display, uid, options.frame);
    for (const auto& warning : state->warnings)
        std::fprintf(stderr, "%s: %s\n", options.presentation.c_str(), warning.c_str());
    return state->orientation;
}

core::Result<void> writePicture(const imaging::Image& image, imaging::Orientation orientation,
                                const Options& options) {
    auto levels = levelsOf(image, options);
    if (!levels)
        return core::failure(levels);
    if (options.shutter)
        levels = imaging::withShutter(*levels, image.display, options.invert);
    if (options.overlays)
        levels = imaging::withOverlays(*levels, image.display.overlays);
    return imaging::writePng(options.output, imaging::oriented(*levels, orientation),
                             {{"Comment", "Research software, not for diagnosis"}});
}

core::Result<void> render(const Options& options) {
    const auto reader = filmReader(options.inProcess);
    auto film = reader->readFilm(options.file, options.frame);
    if (!film)
        return core::failureIn(film.error(), options.file);
    imaging::Orientation orientation;
    if (!options.presentation.empty()) {
        const auto presented = present(*film, *reader, options);
        if (!presented)
            return core::failure(presented);
        orientation = *presented;
    }
    if (!options.raw.empty())
        if (auto written = imaging::writeNpy(options.raw, imaging::widenedToS32(film->asStored().pixels));
            !written)
            return written;
    return options.output.empty() ? core::Result<void>() : writePicture(film->image, orientation, options);
}

void addOptions(CLI::App& command, Options& options) {
    command.add_option("file", options.file, "DICOM, PNG, JPEG or TIFF")->required();
    command.add_option("--output", options.output, "PNG to write, 8 bits")->type_name("OUT.png");
    command
        .add_option("--raw", options.raw,
                    "Stored values to write, before any transform: <i4 (H, W) or, of colour, |u1 (H, W, 3); "
                    "floating point in its own type")
        ->type_name("OUT.npy");
    command.add_option("--frame", options.frame, "Which frame, from 0")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    auto* voi = command
                    .add_option("--voi", options.voi,
                                "Which of the file's VOI tables and windows, from 0, tables first")
                    ->check(CLI::NonNegativeNumber)
                    ->type_name("K");
    auto* window = command.add_option("--window", options.window, "Centre and width, in modality units")
                       ->type_name("C,W")
                       ->excludes(voi);
    command.add_flag("--full-range", options.fullRange, "From the lowest to the highest value")
        ->excludes(voi)
        ->excludes(window);
    command
        .add_option("--presentation", options.presentation,
                    "Grayscale Softcopy Presentation State whose grey scale, rotation, shutter and overlays "
                    "take the place of the file's")
        ->type_name("GSPS.dcm");
    command.add_flag("--invert", options.invert, "Exchange black and white");
    command.add_flag("--overlays", options.overlays, "Burn the overlays in, white");
    command.add_flag("--shutter", options.shutter, "Hide what the display shutter hides");
    addInProcessFlag(command, options.inProcess);
}

} // namespace

void addRenderCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("render", "Write a film as an 8-bit PNG, or its stored values");
    addOptions(*command, *options);
    command->callback([options, &run] {
        if (options->output.empty() && options->raw.empty())
            throw CLI::RequiredError("--output or --raw");
        run = [options](const Context&) {
            const auto done = render(*options);
            if (!done)
                printError(done.error());
            return done ? success : failed;
        };
    });
}

} // namespace pleurascope::cli
