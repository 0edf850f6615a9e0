// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/FileReport.h"
#include "app/cli/Inputs.h"
#include "app/log/Log.h"
#include "engine/intake/FilmContent.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::vector<std::string> paths;
    bool json = false;
    bool inProcess = false;
};

/// Reads one file whole; what is refused is asked what else can be told of it.
FileReport reportOn(const Input& input, intake::FilmReader& reader) {
    FileReport report;
    if (!input) {
        report.path = input.error().path;
        report.refusal = input.error();
        return report;
    }
    report.path = input->string();
    auto film = reader.readFilm(*input);
    if (film) {
        report.film = std::move(*film);
        return report;
    }
    if (auto known = reader.readKnown(*input))
        report.known = std::move(*known);
    if (report.known.kind == intake::FileKind::dicomDirectory)
        report.directory = reader.readDirectory(*input);
    if (!report.directory || !*report.directory)
        report.refusal = film.error();
    return report;
}

void printFilm(const FileReport& report) {
    const auto& film = *report.film;
    const auto& h = film.header;
    std::printf("%s\n  %s, %d x %d, %d bits", report.path.c_str(), formatName(h.kind),
                film.image.pixels.width(), film.image.pixels.height(), film.asStored().display.bitsStored);
    if (h.kind == intake::FileKind::dicom)
        std::printf(", %s %s, %s\n  patient %s, id %s, study %s %s\n", h.series.modality.c_str(),
                    h.instance.viewPosition.c_str(), h.instance.photometricInterpretation.c_str(),
                    h.patient.name.c_str(), h.patient.id.c_str(), h.study.date.c_str(),
                    h.study.description.c_str());
    else
        std::printf(", not DICOM, no calibration\n");
    for (const auto& assumption : h.assumptions)
        std::printf("  assumed: %s\n", assumption.c_str());
    for (const auto& warning : h.warnings)
        std::printf("  warning: %s\n", warning.c_str());
}

void printDirectory(const std::string& path, const dicom::DicomDirectory& directory) {
    std::printf("%s\n  a DICOMDIR that refers to %zu files\n", path.c_str(),
                intake::filesReferredTo(directory).size());
    for (const auto& assumption : directory.assumptions)
        std::printf("  assumed: %s\n", assumption.c_str());
}

void print(const FileReport& report) {
    if (report.film)
        printFilm(report);
    else if (report.refusal)
        std::printf("%s\n  refused: %s\n", report.path.c_str(), reasonText(*report.refusal).c_str());
    else
        printDirectory(report.path, **report.directory);
}

/// Where a fence is missing, the log says so.
void logFences(intake::FilmReader& reader) {
    const auto fences = reader.confinement();
    if (fences && !fences->systemCalls)
        log::warning("the isolated reader runs with fewer fences: " + fences->description());
}

int inspect(const Options& options) {
    const auto reader = filmReader(options.inProcess);
    bool refused = false;
    for (const auto& input : inputsOf(options.paths, *reader, intake::DirectoryFiles::listed)) {
        const auto report = reportOn(input, *reader);
        refused = refused || report.refusal.has_value();
        if (options.json)
            std::printf("%s\n", jsonOf(report).c_str());
        else
            print(report);
    }
    if (!options.inProcess)
        logFences(*reader);
    return refused ? failed : success;
}

} // namespace

void addInspectCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("inspect", "Read files whole and say what they are; exit 1 if any is refused");
    command->add_option("paths", options->paths, "Files, folders, ZIP files or DICOMDIRs")
        ->required()
        ->type_name("PATH");
    command->add_flag("--json", options->json, "One JSON object a line");
    addInProcessFlag(*command, options->inProcess);
    command->callback([options, &run] { run = [options](const Context&) { return inspect(*options); }; });
}

} // namespace pleurascope::cli
