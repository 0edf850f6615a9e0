// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/presentation/GraphicReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

using Assumptions = std::vector<std::string>;

constexpr unsigned long itemLimit = 1000;
constexpr unsigned long coordinateLimit = 131072;

GraphicUnits unitsOf(const std::string& code) {
    return code == "DISPLAY" ? GraphicUnits::display : GraphicUnits::pixel;
}

/// Pairs of an FL element; none where one of them is no number.
std::vector<imaging::FilmPoint> readPoints(AttributeReader& attributes, const DcmTagKey& tag) {
    const Float32* values = nullptr;
    unsigned long count = 0;
    if (attributes.item().findAndGetFloat32Array(tag, values, &count).bad() || values == nullptr)
        return {};
    count = std::min(count, coordinateLimit);
    std::vector<imaging::FilmPoint> points;
    for (unsigned long i = 0; i + 1 < count; i += 2) {
        if (!std::isfinite(values[i]) || !std::isfinite(values[i + 1]))
            return {};
        points.push_back({values[i], values[i + 1]});
    }
    return points;
}

std::optional<GraphicKind> kindOf(const std::string& code) {
    if (code == "POINT")
        return GraphicKind::point;
    if (code == "POLYLINE")
        return GraphicKind::polyline;
    if (code == "INTERPOLATED")
        return GraphicKind::interpolated;
    if (code == "CIRCLE")
        return GraphicKind::circle;
    if (code == "ELLIPSE")
        return GraphicKind::ellipse;
    return std::nullopt;
}

std::optional<GraphicObject> readGraphic(AttributeReader& attributes) {
    const auto kind = kindOf(attributes.code(DCM_GraphicType));
    GraphicObject graphic;
    graphic.points = readPoints(attributes, DCM_GraphicData);
    if (!kind || graphic.points.size() < fewestPoints(*kind))
        return std::nullopt;
    graphic.kind = *kind;
    graphic.units = unitsOf(attributes.code(DCM_GraphicAnnotationUnits));
    graphic.isFilled = attributes.code(DCM_GraphicFilled) == "Y";
    return graphic;
}

TextObject::Justification justificationOf(const std::string& code) {
    if (code == "RIGHT")
        return TextObject::Justification::right;
    return code == "CENTER" ? TextObject::Justification::centre : TextObject::Justification::left;
}

std::optional<TextObject> readText(AttributeReader& attributes) {
    TextObject text;
    text.text = attributes.lines(DCM_UnformattedTextValue);
    const auto from = readPoints(attributes, DCM_BoundingBoxTopLeftHandCorner);
    const auto to = readPoints(attributes, DCM_BoundingBoxBottomRightHandCorner);
    if (!from.empty() && !to.empty())
        text.box = {unitsOf(attributes.code(DCM_BoundingBoxAnnotationUnits)), from.front(), to.front(),
                    justificationOf(attributes.code(DCM_BoundingBoxTextHorizontalJustification))};
    const auto anchor = readPoints(attributes, DCM_AnchorPoint);
    if (!anchor.empty())
        text.anchor = {unitsOf(attributes.code(DCM_AnchorPointAnnotationUnits)), anchor.front(),
                       attributes.code(DCM_AnchorPointVisibility) == "Y"};
    if (text.text.empty() || (!text.box && !text.anchor))
        return std::nullopt;
    return text;
}

void readAnnotation(AttributeReader& attributes, PresentationState& state) {
    GraphicAnnotation annotation;
    annotation.images = readReferences(attributes, state.assumptions);
    annotation.layer = attributes.code(DCM_GraphicLayer);
    forEachItem(attributes, DCM_TextObjectSequence, state.assumptions, [&](AttributeReader& item) {
        if (auto text = readText(item))
            annotation.texts.push_back(std::move(*text));
        else
            state.assumptions.emplace_back("a text without words or place is left out");
    });
    forEachItem(attributes, DCM_GraphicObjectSequence, state.assumptions, [&](AttributeReader& item) {
        if (auto graphic = readGraphic(item))
            annotation.graphics.push_back(std::move(*graphic));
        else
            state.assumptions.emplace_back("a graphic of an unknown kind or with too few points is left out");
    });
    if (!annotation.texts.empty() || !annotation.graphics.empty())
        state.annotations.push_back(std::move(annotation));
}

void readActivations(AttributeReader& attributes, PresentationState& state) {
    for (Uint16 group = 0x6000; group <= 0x601e; group = Uint16(group + 2))
        if (const auto layer = attributes.code(DcmTagKey(group, 0x1001)); !layer.empty())
            state.activations.push_back({group, layer});
}

} // namespace

void forEachItem(AttributeReader& attributes, const DcmTagKey& sequence, Assumptions& assumptions,
                 const std::function<void(AttributeReader&)>& take) {
    DcmSequenceOfItems* items = nullptr;
    if (attributes.item().findAndGetSequence(sequence, items).bad() || items == nullptr)
        return;
    if (items->card() > itemLimit)
        assumptions.push_back("only the first " + std::to_string(itemLimit) +
                              " items of a sequence are read");
    for (unsigned long i = 0; i < std::min(items->card(), itemLimit); ++i) {
        AttributeReader item(*items->getItem(i), attributes);
        take(item);
    }
}

ImageReferences readReferences(AttributeReader& attributes, Assumptions& assumptions) {
    ImageReferences references;
    forEachItem(attributes, DCM_ReferencedImageSequence, assumptions, [&](AttributeReader& item) {
        ImageReference reference{
            item.code(DCM_ReferencedSOPClassUID), item.code(DCM_ReferencedSOPInstanceUID), {}};
        for (const double frame : item.numbers(DCM_ReferencedFrameNumber))
            if (frame >= 1 && frame < 1e9)
                reference.frames.push_back(int(frame));
        if (reference.uid.empty())
            assumptions.emplace_back("a reference to an image without a UID is left out");
        else
            references.push_back(std::move(reference));
    });
    return references;
}

void readGraphics(AttributeReader& attributes, PresentationState& state) {
    forEachItem(attributes, DCM_GraphicAnnotationSequence, state.assumptions,
                [&](AttributeReader& item) { readAnnotation(item, state); });
    forEachItem(attributes, DCM_GraphicLayerSequence, state.assumptions, [&](AttributeReader& item) {
        GraphicLayer layer{item.code(DCM_GraphicLayer),
                           item.integer(DCM_GraphicLayerOrder).value_or(0),
                           {},
                           item.text(DCM_GraphicLayerDescription)};
        if (const auto grey = item.integer(DCM_GraphicLayerRecommendedDisplayGrayscaleValue))
            layer.grey = std::uint16_t(std::clamp(*grey, 0, 0xffff));
        state.layers.push_back(std::move(layer));
    });
    std::ranges::stable_sort(state.layers, {}, &GraphicLayer::order);
    readActivations(attributes, state);
}

} // namespace pleurascope::dicom
