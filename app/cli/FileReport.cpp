// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FileReport.h"

#include "app/cli/ErrorSentence.h"
#include "app/cli/JsonLine.h"
#include "engine/intake/FilmContent.h"

#include <array>
#include <cctype>
#include <tuple>

namespace pleurascope::cli {

namespace {

using nlohmann::ordered_json;

const char* kindName(const FileReport& report) {
    const auto kind = report.film ? std::optional(report.film->header.kind) : report.known.kind;
    if (!kind || *kind == intake::FileKind::archive)
        return "unknown";
    if (*kind == intake::FileKind::dicom)
        return "dicom";
    return *kind == intake::FileKind::dicomDirectory ? "dicomdir" : "image";
}

const char* statusName(const FileReport& report) {
    if (report.refusal)
        return "refused";
    return report.film && report.film->header.isPartial ? "partial" : "ok";
}

/// "notRecognised" as "not_recognised"; what the isolated reader itself ran into has words of its own.
std::string reasonName(core::ErrorCode code) {
    if (code == core::ErrorCode::readerCrashed)
        return "reader_died";
    if (code == core::ErrorCode::timedOut)
        return "timeout";
    if (code == core::ErrorCode::outOfMemory)
        return "memory";
    std::string name;
    for (const char c : std::string_view(core::errorCodeName(code))) {
        if (std::isupper(static_cast<unsigned char>(c)))
            name += '_';
        name += char(std::tolower(static_cast<unsigned char>(c)));
    }
    return name;
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

ordered_json known(const std::string& text) {
    return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json known(int number) {
    return number > 0 ? ordered_json(number) : ordered_json();
}

/// What the header says of the picture.
void addInstance(ordered_json& line, const intake::FilmHeader& header) {
    const auto& instance = header.instance;
    const bool hasImage = instance.bitsAllocated > 0;
    line["modality"] = known(header.series.modality);
    line["sop_class"] = known(instance.sopClassUid);
    line["transfer_syntax"] = known(instance.transferSyntaxUid);
    line["photometric"] = known(instance.photometricInterpretation);
    line["rows"] = known(instance.rows);
    line["columns"] = known(instance.columns);
    line["frames"] = hasImage ? known(instance.frames) : ordered_json();
    line["bits_allocated"] = known(instance.bitsAllocated);
    line["bits_stored"] = known(instance.bitsStored);
    line["signed"] = hasImage ? ordered_json(instance.isSigned) : ordered_json();
    const auto& spacing = instance.spacing;
    const bool isKnown = spacing.source != dicom::SpacingSource::none;
    line["spacing_mm"] = isKnown ? ordered_json{spacing.row, spacing.column} : ordered_json();
    line["spacing_source"] = hasImage ? ordered_json(spacingName(spacing.source)) : ordered_json();
}

ordered_json windowJson(const imaging::Window& window) {
    constexpr std::array functions{"LINEAR", "LINEAR_EXACT", "SIGMOID"};
    return {{"centre", window.centre},
            {"width", window.width},
            {"function", functions[std::size_t(window.function)]},
            {"explanation", window.explanation}};
}

/// How it is shown: `window` is the first one, [centre, width]; `voi_luts` and `overlays` count.
void addDisplay(ordered_json& line, const FileReport& report) {
    for (const char* key : {"window", "windows", "voi_luts", "overlays"})
        line[key] = nullptr;
    if (!report.film)
        return;
    const auto& display = report.film->image.display;
    line["windows"] = ordered_json::array();
    for (const auto& window : display.windows)
        line["windows"].push_back(windowJson(window));
    if (report.film->header.kind == intake::FileKind::dicom && !display.windows.empty())
        line["window"] = {display.windows.front().centre, display.windows.front().width};
    line["voi_luts"] = display.voiTables.size();
    line["overlays"] = display.overlays.size();
}

void addIdentity(ordered_json& line, const intake::FilmHeader& header) {
    const auto& [patient, study, series, instance] =
        std::tie(header.patient, header.study, header.series, header.instance);
    line["patient"] = {
        {"name", patient.name}, {"ideographic", patient.ideographic}, {"phonetic", patient.phonetic},
        {"id", patient.id},     {"birth_date", patient.birthDate},    {"sex", patient.sex}};
    line["study"] = {{"uid", study.uid},
                     {"date", study.date},
                     {"time", study.time},
                     {"accession", study.accessionNumber},
                     {"description", study.description},
                     {"age", study.age}};
    line["series"] = {{"uid", series.uid},
                      {"modality", series.modality},
                      {"description", series.description},
                      {"body_part", series.bodyPart}};
    line["instance"] = {
        {"uid", instance.uid}, {"view", instance.viewPosition}, {"laterality", instance.laterality}};
}

std::vector<std::string> notesOf(const FileReport& report, const intake::FilmHeader& header) {
    auto notes = header.assumptions;
    if (report.directory && *report.directory) {
        const auto& directory = **report.directory;
        notes.insert(notes.end(), directory.assumptions.begin(), directory.assumptions.end());
        notes.push_back("refers to " + std::to_string(intake::filesReferredTo(directory).size()) + " files");
    }
    return notes;
}

} // namespace

const char* formatName(intake::FileKind kind) {
    switch (kind) {
    case intake::FileKind::dicom:
        return "dicom";
    case intake::FileKind::png:
        return "png";
    case intake::FileKind::jpeg:
        return "jpeg";
    case intake::FileKind::tiff:
        return "tiff";
    case intake::FileKind::dicomDirectory:
        return "dicomdir";
    case intake::FileKind::archive:
        return "zip";
    }
    return "";
}

std::string jsonOf(const FileReport& report) {
    const auto& header = report.film ? report.film->header : report.known.header;
    const auto format = report.film ? std::optional(header.kind) : report.known.kind;
    ordered_json line{{"path", report.path}, {"kind", kindName(report)}, {"status", statusName(report)}};
    line["reason"] = report.refusal ? ordered_json(reasonName(report.refusal->code)) : ordered_json();
    line["message"] = report.refusal ? ordered_json(reasonText(*report.refusal)) : ordered_json();
    line["notes"] = notesOf(report, header);
    addInstance(line, header);
    addDisplay(line, report);
    line["warnings"] = header.warnings;
    line["format"] = format ? ordered_json(formatName(*format)) : ordered_json();
    addIdentity(line, header);
    return jsonLine(line);
}

} // namespace pleurascope::cli
