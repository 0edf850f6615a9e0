// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/AnswerDecoder.h"
#include "engine/intake/MessageParts.h"
#include "engine/intake/PresentationMessage.h"

#include <limits>

namespace pleurascope::intake {

namespace {

using nlohmann::json;

constexpr int anyInt = std::numeric_limits<int>::max();
constexpr int word = 0xffff;
constexpr std::size_t listLimit = 100'000; ///< a thousand items, each with a few

/// The values of the field `key`, each as `take` makes it of its fields.
template <class Take>
auto listOf(const FieldReader& fields, const char* key, Take&& take) {
    std::vector<decltype(take(fields))> values;
    fields.each(key, listLimit, [&](const json& value) { values.push_back(take(fields.of(value))); });
    return values;
}

imaging::FilmPoint pointOf(const FieldReader& fields, const json& value) {
    if (value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number())
        return {value[0].get<double>(), value[1].get<double>()};
    fields.markBroken();
    return {};
}

/// Numbers of 0 to `high`.
template <class Number>
std::vector<Number> numbersOf(const FieldReader& fields, const char* key, std::uint64_t high,
                              std::size_t limit) {
    std::vector<Number> numbers;
    fields.each(key, limit, [&](const json& value) {
        if (value.is_number_unsigned() && value.get<std::uint64_t>() <= high)
            numbers.push_back(Number(value.get<std::uint64_t>()));
        else
            fields.markBroken();
    });
    return numbers;
}

dicom::ImageReferences readReferences(const FieldReader& fields, const char* key) {
    return listOf(fields, key, [](const FieldReader& one) {
        return dicom::ImageReference{one.text("class"), one.text("uid"),
                                     numbersOf<int>(one, "frames", std::uint64_t(anyInt), listLimit)};
    });
}

imaging::LookupTable readTable(const FieldReader& fields) {
    return readTableFields(fields, numbersOf<std::uint16_t>(fields, "entries", word, mostTableEntries));
}

std::optional<imaging::LookupTable> readOptionalTable(const FieldReader& fields, const char* key) {
    if (!fields.has(key))
        return std::nullopt;
    return readTable(fields.object(key));
}

dicom::SoftcopyVoi readVoi(const FieldReader& fields) {
    return {readReferences(fields, "images"), listOf(fields, "windows", readWindowFields),
            listOf(fields, "tables", readTable)};
}

dicom::DisplayedArea readArea(const FieldReader& fields) {
    dicom::DisplayedArea area;
    area.images = readReferences(fields, "images");
    area.from = pointOf(fields, fields.field("from"));
    area.to = pointOf(fields, fields.field("to"));
    area.size = dicom::AreaSize(fields.integer("size", 0, int(dicom::AreaSize::magnify)));
    area.spacing.row = fields.number("rowSpacing");
    area.spacing.column = fields.number("columnSpacing");
    area.spacing.source =
        dicom::SpacingSource(fields.integer("spacingSource", 0, int(dicom::SpacingSource::calibrated)));
    area.pixelAspect = fields.number("pixelAspect");
    area.magnification = fields.number("magnification");
    if (area.from.x > area.to.x || area.from.y > area.to.y || !(area.pixelAspect > 0) ||
        !(area.magnification > 0))
        fields.markBroken();
    return area;
}

dicom::GraphicUnits readUnits(const FieldReader& fields) {
    return dicom::GraphicUnits(fields.integer("units", 0, int(dicom::GraphicUnits::display)));
}

dicom::TextObject readText(const FieldReader& fields) {
    dicom::TextObject text;
    text.text = fields.text("text");
    if (fields.has("box")) {
        const auto box = fields.object("box");
        text.box = {readUnits(box), pointOf(box, box.field("from")), pointOf(box, box.field("to")),
                    dicom::TextObject::Justification(
                        box.integer("justification", 0, int(dicom::TextObject::Justification::centre)))};
    }
    if (fields.has("anchor")) {
        const auto anchor = fields.object("anchor");
        text.anchor = {readUnits(anchor), pointOf(anchor, anchor.field("point")), anchor.flag("isVisible")};
    }
    return text;
}

dicom::GraphicObject readGraphic(const FieldReader& fields) {
    dicom::GraphicObject graphic;
    graphic.kind = dicom::GraphicKind(fields.integer("kind", 0, int(dicom::GraphicKind::ellipse)));
    graphic.units = readUnits(fields);
    graphic.isFilled = fields.flag("isFilled");
    fields.each("points", listLimit,
                [&](const json& value) { graphic.points.push_back(pointOf(fields, value)); });
    if (graphic.points.size() < dicom::fewestPoints(graphic.kind))
        fields.markBroken();
    return graphic;
}

dicom::GraphicAnnotation readAnnotation(const FieldReader& fields) {
    return {readReferences(fields, "images"), fields.text("layer"), listOf(fields, "texts", readText),
            listOf(fields, "graphics", readGraphic)};
}

dicom::GraphicLayer readLayer(const FieldReader& fields) {
    dicom::GraphicLayer layer{
        fields.text("name"), fields.integer("order", -anyInt, anyInt), {}, fields.text("description")};
    if (fields.has("grey"))
        layer.grey = std::uint16_t(fields.integer("grey", 0, word));
    return layer;
}

imaging::Overlay readOverlay(const FieldReader& fields) {
    return readOverlayFields(
        fields, [&](std::size_t bytes) { return numbersOf<std::uint8_t>(fields, "bits", 0xff, bytes); });
}

void readIdentity(const FieldReader& fields, dicom::PresentationState& state) {
    state.patient = readPatientFields(fields.object("patient"));
    state.study = readStudyFields(fields.object("study"));
    state.series = readSeriesFields(fields.object("series"));
    state.uid = fields.text("uid");
    state.instanceNumber = fields.integer("instanceNumber", -anyInt, anyInt);
    state.label = fields.text("label");
    state.description = fields.text("description");
    state.creator = fields.text("creator");
    state.date = fields.text("date");
    state.time = fields.text("time");
}

dicom::PresentationState readState(const FieldReader& fields) {
    dicom::PresentationState state;
    readIdentity(fields, state);
    state.images = listOf(fields, "images", [](const FieldReader& series) {
        return dicom::ReferencedSeries{series.text("uid"), readReferences(series, "images")};
    });
    if (fields.has("modality")) {
        const auto modality = fields.object("modality");
        state.modality = {modality.number("slope"), modality.number("intercept"),
                          readOptionalTable(modality, "table")};
    }
    state.voi = listOf(fields, "voi", readVoi);
    state.isInverse = fields.flag("isInverse");
    state.presentationTable = readOptionalTable(fields, "presentationTable");
    state.orientation = {fields.integer("quarterTurns", 0, 3), fields.flag("mirrored")};
    state.areas = listOf(fields, "areas", readArea);
    state.annotations = listOf(fields, "annotations", readAnnotation);
    state.layers = listOf(fields, "layers", readLayer);
    if (fields.has("shutter"))
        state.shutter = readShutterFields(fields.object("shutter"));
    state.overlays = listOf(fields, "overlays", readOverlay);
    state.activations = listOf(fields, "activations", [](const FieldReader& activation) {
        return dicom::OverlayActivation{activation.integer("group", 0, word), activation.text("layer")};
    });
    fields.each("assumptions", listLimit,
                [&](const json& value) { state.assumptions.push_back(fields.textOf(value)); });
    fields.each("warnings", listLimit,
                [&](const json& value) { state.warnings.push_back(fields.textOf(value)); });
    return state;
}

} // namespace

core::Result<dicom::PresentationState> decodePresentation(std::string_view text) {
    return decodeAnswer(text, readState);
}

} // namespace pleurascope::intake
