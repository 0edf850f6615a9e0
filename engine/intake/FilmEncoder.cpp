// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmMessage.h"

#include <nlohmann/json.hpp>

namespace pleurascope::intake {

namespace {

using nlohmann::json;

/// Text that is no UTF-8 is mended, not refused.
std::string dump(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json toJson(const dicom::Instance& instance) {
    return {{"uid", instance.uid},
            {"sopClassUid", instance.sopClassUid},
            {"transferSyntaxUid", instance.transferSyntaxUid},
            {"viewPosition", instance.viewPosition},
            {"laterality", instance.laterality},
            {"photometricInterpretation", instance.photometricInterpretation},
            {"number", instance.number},
            {"rows", instance.rows},
            {"columns", instance.columns},
            {"frames", instance.frames},
            {"bitsAllocated", instance.bitsAllocated},
            {"bitsStored", instance.bitsStored},
            {"isSigned", instance.isSigned},
            {"frameMilliseconds", instance.frameMilliseconds},
            {"rowSpacing", instance.spacing.row},
            {"columnSpacing", instance.spacing.column},
            {"spacingSource", int(instance.spacing.source)}};
}

json toJson(const FilmHeader& header) {
    const auto& patient = header.patient;
    const auto& study = header.study;
    const auto& series = header.series;
    return {{"kind", int(header.kind)},
            {"patient",
             {{"name", patient.name},
              {"ideographic", patient.ideographic},
              {"phonetic", patient.phonetic},
              {"id", patient.id},
              {"birthDate", patient.birthDate},
              {"sex", patient.sex}}},
            {"study",
             {{"uid", study.uid},
              {"id", study.id},
              {"date", study.date},
              {"time", study.time},
              {"accessionNumber", study.accessionNumber},
              {"description", study.description},
              {"age", study.age}}},
            {"series",
             {{"uid", series.uid},
              {"modality", series.modality},
              {"description", series.description},
              {"bodyPart", series.bodyPart},
              {"number", series.number}}},
            {"instance", toJson(header.instance)},
            {"assumptions", header.assumptions},
            {"warnings", header.warnings},
            {"isPartial", header.isPartial}};
}

json toJson(const imaging::LookupTable& table) {
    return {{"firstMapped", table.firstMapped},
            {"bitsPerEntry", table.bitsPerEntry},
            {"entries", table.entries},
            {"explanation", table.explanation}};
}

json toJson(const imaging::DisplayParameters& display) {
    json value{{"rescaleSlope", display.rescaleSlope},
               {"rescaleIntercept", display.rescaleIntercept},
               {"windows", json::array()},
               {"voiTables", json::array()},
               {"inverted", display.inverted},
               {"bitsStored", display.bitsStored},
               {"isSigned", display.isSigned}};
    for (const auto& window : display.windows)
        value["windows"].push_back({{"centre", window.centre},
                                    {"width", window.width},
                                    {"function", int(window.function)},
                                    {"explanation", window.explanation}});
    for (const auto& table : display.voiTables)
        value["voiTables"].push_back(toJson(table));
    if (display.modalityTable)
        value["modalityTable"] = toJson(*display.modalityTable);
    if (display.padding)
        value["padding"] = {{"low", display.padding->low}, {"high", display.padding->high}};
    return value;
}

json toJson(const core::PixelBuffer& pixels) {
    return {{"width", pixels.width()},
            {"height", pixels.height()},
            {"channels", pixels.channels()},
            {"type", int(pixels.type())}};
}

} // namespace

std::string encodeError(const core::Error& error) {
    return dump({{"error", {{"code", int(error.code)}, {"detail", error.detail}}}});
}

std::string encodeHeader(const FilmHeader& header) {
    return dump({{"header", toJson(header)}});
}

std::string encodeFilm(const Film& film) {
    return dump({{"header", toJson(film.header)},
                 {"display", toJson(film.image.display)},
                 {"pixels", toJson(film.image.pixels)}});
}

} // namespace pleurascope::intake
