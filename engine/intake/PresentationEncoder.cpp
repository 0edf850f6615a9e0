// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/MessageParts.h"
#include "engine/intake/PresentationMessage.h"

namespace pleurascope::intake {

namespace {

using nlohmann::json;

/// An array of what `convert` makes of each value.
template <class Values, class Convert>
json listOf(const Values& values, Convert&& convert) {
    auto list = json::array();
    for (const auto& value : values)
        list.push_back(convert(value));
    return list;
}

json toJson(imaging::FilmPoint point) {
    return json::array({point.x, point.y});
}

json toJson(const dicom::ImageReference& reference) {
    return {{"class", reference.sopClassUid}, {"uid", reference.uid}, {"frames", reference.frames}};
}

json toJson(const dicom::ImageReferences& references) {
    return listOf(references, [](const auto& reference) { return toJson(reference); });
}

json toJson(const imaging::LookupTable& table) {
    return messageJson(table, table.entries);
}

json toJson(const dicom::SoftcopyVoi& voi) {
    return {{"images", toJson(voi.images)},
            {"windows", listOf(voi.windows, [](const auto& window) { return messageJson(window); })},
            {"tables", listOf(voi.tables, [](const auto& table) { return toJson(table); })}};
}

json toJson(const dicom::DisplayedArea& area) {
    return {{"images", toJson(area.images)},
            {"from", toJson(area.from)},
            {"to", toJson(area.to)},
            {"size", int(area.size)},
            {"rowSpacing", area.spacing.row},
            {"columnSpacing", area.spacing.column},
            {"spacingSource", int(area.spacing.source)},
            {"pixelAspect", area.pixelAspect},
            {"magnification", area.magnification}};
}

json toJson(const dicom::TextObject& text) {
    json value{{"text", text.text}};
    if (const auto& box = text.box)
        value["box"] = {{"units", int(box->units)},
                        {"from", toJson(box->from)},
                        {"to", toJson(box->to)},
                        {"justification", int(box->justification)}};
    if (const auto& anchor = text.anchor)
        value["anchor"] = {{"units", int(anchor->units)},
                           {"point", toJson(anchor->point)},
                           {"isVisible", anchor->isVisible}};
    return value;
}

json toJson(const dicom::GraphicObject& graphic) {
    return {{"kind", int(graphic.kind)},
            {"units", int(graphic.units)},
            {"isFilled", graphic.isFilled},
            {"points", listOf(graphic.points, [](auto point) { return toJson(point); })}};
}

json toJson(const dicom::GraphicAnnotation& annotation) {
    return {{"images", toJson(annotation.images)},
            {"layer", annotation.layer},
            {"texts", listOf(annotation.texts, [](const auto& text) { return toJson(text); })},
            {"graphics", listOf(annotation.graphics, [](const auto& graphic) { return toJson(graphic); })}};
}

json toJson(const dicom::GraphicLayer& layer) {
    json value{{"name", layer.name}, {"order", layer.order}, {"description", layer.description}};
    if (layer.grey)
        value["grey"] = *layer.grey;
    return value;
}

json toJson(const imaging::Overlay& overlay) {
    return messageJson(overlay, overlay.bits);
}

json identityOf(const dicom::PresentationState& state) {
    return {{"patient", messageJson(state.patient)},
            {"study", messageJson(state.study)},
            {"series", messageJson(state.series)},
            {"uid", state.uid},
            {"instanceNumber", state.instanceNumber},
            {"label", state.label},
            {"description", state.description},
            {"creator", state.creator},
            {"date", state.date},
            {"time", state.time}};
}

} // namespace

std::string encodePresentation(const dicom::PresentationState& state) {
    json value = identityOf(state);
    value["images"] = listOf(state.images, [](const dicom::ReferencedSeries& series) {
        return json{{"uid", series.uid}, {"images", toJson(series.images)}};
    });
    if (const auto& modality = state.modality) {
        value["modality"] = {{"slope", modality->slope}, {"intercept", modality->intercept}};
        if (modality->table)
            value["modality"]["table"] = toJson(*modality->table);
    }
    value["voi"] = listOf(state.voi, [](const auto& voi) { return toJson(voi); });
    value["isInverse"] = state.isInverse;
    if (state.presentationTable)
        value["presentationTable"] = toJson(*state.presentationTable);
    value["quarterTurns"] = state.orientation.quarterTurns;
    value["mirrored"] = state.orientation.mirrored;
    value["areas"] = listOf(state.areas, [](const auto& area) { return toJson(area); });
    value["annotations"] =
        listOf(state.annotations, [](const auto& annotation) { return toJson(annotation); });
    value["layers"] = listOf(state.layers, [](const auto& layer) { return toJson(layer); });
    if (state.shutter)
        value["shutter"] = messageJson(*state.shutter);
    value["overlays"] = listOf(state.overlays, [](const auto& overlay) { return toJson(overlay); });
    value["activations"] = listOf(state.activations, [](const dicom::OverlayActivation& activation) {
        return json{{"group", activation.group}, {"layer", activation.layer}};
    });
    value["assumptions"] = state.assumptions;
    value["warnings"] = state.warnings;
    return messageText(value);
}

} // namespace pleurascope::intake
