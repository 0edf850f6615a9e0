// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/MessageParts.h"

namespace pleurascope::intake {

using nlohmann::json;

namespace {

constexpr int anyInt = INT32_MAX;
constexpr int word = 0xffff;
constexpr std::size_t polygonLimit = 65536;

} // namespace

json messageJson(const dicom::Patient& patient) {
    return {{"name", patient.name}, {"ideographic", patient.ideographic}, {"phonetic", patient.phonetic},
            {"id", patient.id},     {"birthDate", patient.birthDate},     {"sex", patient.sex}};
}

json messageJson(const dicom::Study& study) {
    return {{"uid", study.uid},
            {"id", study.id},
            {"date", study.date},
            {"time", study.time},
            {"accessionNumber", study.accessionNumber},
            {"description", study.description},
            {"age", study.age}};
}

json messageJson(const dicom::Series& series) {
    return {{"uid", series.uid},
            {"modality", series.modality},
            {"description", series.description},
            {"bodyPart", series.bodyPart},
            {"number", series.number}};
}

json messageJson(const imaging::Window& window) {
    return {{"centre", window.centre},
            {"width", window.width},
            {"function", int(window.function)},
            {"explanation", window.explanation}};
}

json messageJson(const imaging::Shutter& shutter) {
    json value{{"presentationValue", shutter.presentationValue}, {"polygon", json::array()}};
    if (const auto& edges = shutter.rectangle)
        value["rectangle"] = {
            {"left", edges->left}, {"right", edges->right}, {"top", edges->top}, {"bottom", edges->bottom}};
    if (const auto& circle = shutter.circle)
        value["circle"] = {{"row", circle->row}, {"column", circle->column}, {"radius", circle->radius}};
    for (const auto& point : shutter.polygon)
        value["polygon"].push_back({{"row", point.row}, {"column", point.column}});
    if (shutter.overlayGroup)
        value["overlayGroup"] = *shutter.overlayGroup;
    return value;
}

json messageJson(const imaging::LookupTable& table, json entries) {
    return {{"firstMapped", table.firstMapped},
            {"bitsPerEntry", table.bitsPerEntry},
            {"entries", std::move(entries)},
            {"explanation", table.explanation}};
}

json messageJson(const imaging::Overlay& overlay, json bits) {
    return {{"group", overlay.group}, {"kind", int(overlay.kind)}, {"top", overlay.top},
            {"left", overlay.left},   {"rows", overlay.rows},      {"columns", overlay.columns},
            {"label", overlay.label}, {"bits", std::move(bits)}};
}

std::string messageText(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

dicom::Patient readPatientFields(const FieldReader& fields) {
    return {fields.text("name"), fields.text("id"),          fields.text("birthDate"),
            fields.text("sex"),  fields.text("ideographic"), fields.text("phonetic")};
}

dicom::Study readStudyFields(const FieldReader& fields) {
    return {fields.text("uid"),
            fields.text("id"),
            fields.text("date"),
            fields.text("time"),
            fields.text("accessionNumber"),
            fields.text("description"),
            fields.text("age")};
}

dicom::Series readSeriesFields(const FieldReader& fields) {
    return {fields.text("uid"), fields.text("modality"), fields.text("description"), fields.text("bodyPart"),
            fields.integer("number", -anyInt, anyInt)};
}

imaging::Window readWindowFields(const FieldReader& fields) {
    const imaging::Window window{
        fields.number("centre"), fields.number("width"),
        imaging::VoiFunction(fields.integer("function", 0, int(imaging::VoiFunction::sigmoid))),
        fields.text("explanation")};
    if (!(window.width > 0))
        fields.markBroken();
    return window;
}

imaging::Shutter readShutterFields(const FieldReader& fields) {
    imaging::Shutter shutter;
    shutter.presentationValue = std::uint16_t(fields.integer("presentationValue", 0, 0xffff));
    if (fields.has("rectangle")) {
        const auto edges = fields.object("rectangle");
        shutter.rectangle = {edges.number("left"), edges.number("right"), edges.number("top"),
                             edges.number("bottom")};
    }
    if (fields.has("circle")) {
        const auto circle = fields.object("circle");
        shutter.circle = {circle.number("row"), circle.number("column"), circle.number("radius")};
    }
    fields.each("polygon", polygonLimit, [&](const json& value) {
        shutter.polygon.push_back({fields.of(value).number("row"), fields.of(value).number("column")});
    });
    if (!shutter.polygon.empty() && shutter.polygon.size() < 3)
        fields.markBroken();
    if (fields.has("overlayGroup"))
        shutter.overlayGroup = fields.integer("overlayGroup", 0, 0xffff);
    return shutter;
}

imaging::LookupTable readTableFields(const FieldReader& fields, std::vector<std::uint16_t> entries) {
    imaging::LookupTable table;
    table.firstMapped = fields.integer("firstMapped", -word, word);
    table.bitsPerEntry = fields.integer("bitsPerEntry", -anyInt, anyInt);
    table.explanation = fields.text("explanation");
    table.entries = std::move(entries);
    if (table.entries.empty())
        fields.markBroken();
    return table;
}

imaging::Overlay readOverlayFields(const FieldReader& fields,
                                   const std::function<std::vector<std::uint8_t>(std::size_t)>& readBits) {
    imaging::Overlay overlay;
    overlay.group = fields.integer("group", 0, word);
    overlay.kind =
        imaging::Overlay::Kind(fields.integer("kind", 0, int(imaging::Overlay::Kind::regionOfInterest)));
    overlay.top = fields.integer("top", -anyInt, anyInt);
    overlay.left = fields.integer("left", -anyInt, anyInt);
    overlay.rows = fields.integer("rows", 0, word);
    overlay.columns = fields.integer("columns", 0, word);
    overlay.label = fields.text("label");
    const auto bytes = (std::size_t(overlay.rows) * std::size_t(overlay.columns) + 7) / 8;
    overlay.bits = readBits(bytes);
    if (overlay.bits.size() != bytes)
        fields.markBroken();
    return overlay;
}

} // namespace pleurascope::intake
