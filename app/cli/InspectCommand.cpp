// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "engine/core/Installation.h"
#include "engine/intake/FilmReader.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
    std::vector<std::string> paths;
    bool json = false;
};

const char* kindName(intake::FileKind kind) {
    switch (kind) {
    case intake::FileKind::dicom:
        return "dicom";
    case intake::FileKind::png:
        return "png";
    case intake::FileKind::jpeg:
        return "jpeg";
    case intake::FileKind::tiff:
        return "tiff";
    }
    return "";
}

const char* spacingName(dicom::SpacingSource source) {
    switch (source) {
    case dicom::SpacingSource::atDetector:
        return "at detector";
    case dicom::SpacingSource::calibrated:
        return "calibrated";
    case dicom::SpacingSource::none:
        break;
    }
    return "none";
}

ordered_json displayJson(const imaging::DisplayParameters& display) {
    ordered_json windows = ordered_json::array();
    for (const auto& window : display.windows)
        windows.push_back(
            {{"centre", window.centre}, {"width", window.width}, {"explanation", window.explanation}});
    return {{"rescale_slope", display.rescaleSlope},
            {"rescale_intercept", display.rescaleIntercept},
            {"modality_table", display.modalityTable.has_value()},
            {"windows", windows},
            {"voi_tables", display.voiTables.size()},
            {"inverted", display.inverted},
            {"signed", display.isSigned}};
}

ordered_json filmJson(const std::string& path, const intake::Film& film) {
    const auto& h = film.header;
    return {{"path", path},
            {"status", "ok"},
            {"kind", kindName(h.kind)},
            {"patient",
             {{"name", h.patient.name},
              {"id", h.patient.id},
              {"birth_date", h.patient.birthDate},
              {"sex", h.patient.sex}}},
            {"study",
             {{"uid", h.study.uid},
              {"date", h.study.date},
              {"time", h.study.time},
              {"accession", h.study.accessionNumber},
              {"description", h.study.description},
              {"age", h.study.age}}},
            {"series",
             {{"uid", h.series.uid},
              {"modality", h.series.modality},
              {"description", h.series.description},
              {"body_part", h.series.bodyPart}}},
            {"instance",
             {{"uid", h.instance.uid},
              {"sop_class", h.instance.sopClassUid},
              {"transfer_syntax", h.instance.transferSyntaxUid},
              {"view", h.instance.viewPosition},
              {"photometric", h.instance.photometricInterpretation},
              {"rows", film.image.pixels.height()},
              {"columns", film.image.pixels.width()},
              {"channels", film.image.pixels.channels()},
              {"frames", h.instance.frames},
              {"bits_stored", film.image.display.bitsStored},
              {"spacing_mm", {h.instance.spacing.row, h.instance.spacing.column}},
              {"spacing", spacingName(h.instance.spacing.source)}}},
            {"display", displayJson(film.image.display)},
            {"assumptions", h.assumptions}};
}

void printFilm(const std::string& path, const intake::Film& film) {
    const auto& h = film.header;
    std::printf("%s\n  %s, %d x %d, %d bits", path.c_str(), kindName(h.kind), film.image.pixels.width(),
                film.image.pixels.height(), film.image.display.bitsStored);
    if (h.kind == intake::FileKind::dicom)
        std::printf(", %s %s, %s\n  patient %s, id %s, study %s %s\n", h.series.modality.c_str(),
                    h.instance.viewPosition.c_str(), h.instance.photometricInterpretation.c_str(),
                    h.patient.name.c_str(), h.patient.id.c_str(), h.study.date.c_str(),
                    h.study.description.c_str());
    else
        std::printf(", not DICOM, no calibration\n");
    for (const auto& assumption : h.assumptions)
        std::printf("  assumed: %s\n", assumption.c_str());
}

void printRefusal(const Options& options, const std::string& path, const core::Error& error) {
    if (options.json)
        std::printf("%s\n", ordered_json({{"path", path},
                                          {"status", "refused"},
                                          {"code", core::errorCodeName(error.code)},
                                          {"reason", reasonText(error)}})
                                .dump(-1, ' ', false, ordered_json::error_handler_t::replace)
                                .c_str());
    else
        std::printf("%s\n  refused: %s\n", path.c_str(), reasonText(error).c_str());
}

int inspect(const Options& options) {
    intake::FilmReader reader(core::readerProgram());
    bool refused = false;
    for (const auto& input : inputsOf(options.paths)) {
        const auto film = input ? reader.readFilm(*input) : core::Result<intake::Film>(core::failure(input));
        if (!film) {
            refused = true;
            printRefusal(options, input ? input->string() : input.error().path, film.error());
        } else if (options.json) {
            std::printf("%s\n", filmJson(input->string(), *film)
                                    .dump(-1, ' ', false, ordered_json::error_handler_t::replace)
                                    .c_str());
        } else {
            printFilm(input->string(), *film);
        }
    }
    return refused ? failed : success;
}

} // namespace

void addInspectCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("inspect", "Read files whole and say what they are; exit 1 if any is refused");
    command->add_option("paths", options->paths, "Files or folders")->required()->type_name("PATH");
    command->add_flag("--json", options->json, "One JSON object a line");
    command->callback([options, &run] { run = [options](const Context&) { return inspect(*options); }; });
}

} // namespace pleurascope::cli
