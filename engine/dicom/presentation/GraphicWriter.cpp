// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/presentation/GraphicWriter.h"

#include "engine/dicom/elements/PlainText.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <array>
#include <vector>

namespace pleurascope::dicom {

using imaging::FilmPoint;

namespace {

constexpr std::size_t textLimit = 1024; // ST

const char* wordOf(GraphicUnits units) {
    return units == GraphicUnits::display ? "DISPLAY" : "PIXEL";
}

std::array<float, 2> floatsOf(FilmPoint point) {
    return {float(point.x), float(point.y)};
}

void putText(DataSetBuilder& builder, const TextObject& text) {
    builder.putItem(DCM_TextObjectSequence, [&](DataSetBuilder& item) {
        if (text.box)
            item.put(DCM_BoundingBoxAnnotationUnits, EVR_CS, wordOf(text.box->units));
        if (text.anchor)
            item.put(DCM_AnchorPointAnnotationUnits, EVR_CS, wordOf(text.anchor->units));
        std::string lines(shortened(text.text, textLimit / 2));
        for (auto end = lines.find('\n'); end != std::string::npos; end = lines.find('\n', end + 2))
            lines.replace(end, 1, "\r\n");
        item.put(DCM_UnformattedTextValue, EVR_ST, lines);
        if (text.box) {
            constexpr std::array sides{"LEFT", "RIGHT", "CENTER"};
            item.putFloats(DCM_BoundingBoxTopLeftHandCorner, floatsOf(text.box->from));
            item.putFloats(DCM_BoundingBoxBottomRightHandCorner, floatsOf(text.box->to));
            item.put(DCM_BoundingBoxTextHorizontalJustification, EVR_CS,
                     sides[std::size_t(text.box->justification)]);
        }
        if (text.anchor) {
            item.putFloats(DCM_AnchorPoint, floatsOf(text.anchor->point));
            item.put(DCM_AnchorPointVisibility, EVR_CS, text.anchor->isVisible ? "Y" : "N");
        }
    });
}

void putGraphic(DataSetBuilder& builder, const GraphicObject& graphic) {
    builder.putItem(DCM_GraphicObjectSequence, [&](DataSetBuilder& item) {
        std::vector<float> coordinates;
        for (const FilmPoint& point : graphic.points)
            for (const float value : floatsOf(point))
                coordinates.push_back(value);
        constexpr std::array kinds{"POINT", "POLYLINE", "INTERPOLATED", "CIRCLE", "ELLIPSE"};
        item.put(DCM_GraphicAnnotationUnits, EVR_CS, wordOf(graphic.units));
        item.put(DCM_GraphicDimensions, Uint16(2));
        item.put(DCM_NumberOfGraphicPoints, Uint16(graphic.points.size()));
        item.putFloats(DCM_GraphicData, coordinates);
        item.put(DCM_GraphicType, EVR_CS, kinds[std::size_t(graphic.kind)]);
        const auto& points = graphic.points;
        const bool isClosed = graphic.kind == GraphicKind::circle || graphic.kind == GraphicKind::ellipse ||
                              (points.size() > 1 && points.front() == points.back());
        if (isClosed)
            item.put(DCM_GraphicFilled, EVR_CS, graphic.isFilled ? "Y" : "N");
    });
}

} // namespace

void putReferences(DataSetBuilder& builder, const ImageReferences& references) {
    for (const auto& reference : references)
        builder.putItem(DCM_ReferencedImageSequence, [&](DataSetBuilder& item) {
            item.put(DCM_ReferencedSOPClassUID, EVR_UI, reference.sopClassUid);
            item.put(DCM_ReferencedSOPInstanceUID, EVR_UI, reference.uid);
            std::string frames;
            for (const int frame : reference.frames)
                frames += (frames.empty() ? "" : "\\") + std::to_string(frame);
            if (!frames.empty())
                item.put(DCM_ReferencedFrameNumber, EVR_IS, frames);
        });
}

void putGraphics(DataSetBuilder& builder, const PresentationState& state) {
    for (const auto& annotation : state.annotations)
        builder.putItem(DCM_GraphicAnnotationSequence, [&](DataSetBuilder& item) {
            putReferences(item, annotation.images);
            item.put(DCM_GraphicLayer, EVR_CS, annotation.layer);
            for (const auto& text : annotation.texts)
                putText(item, text);
            for (const auto& graphic : annotation.graphics)
                putGraphic(item, graphic);
        });
    for (const auto& layer : state.layers)
        builder.putItem(DCM_GraphicLayerSequence, [&](DataSetBuilder& item) {
            item.put(DCM_GraphicLayer, EVR_CS, layer.name);
            item.put(DCM_GraphicLayerOrder, EVR_IS, std::to_string(layer.order));
            if (layer.grey)
                item.put(DCM_GraphicLayerRecommendedDisplayGrayscaleValue, *layer.grey);
            if (!layer.description.empty())
                item.put(DCM_GraphicLayerDescription, EVR_LO, longString(layer.description));
        });
    for (const auto& activation : state.activations)
        builder.put(DcmTagKey(Uint16(activation.group), 0x1001), EVR_CS, activation.layer);
}

} // namespace pleurascope::dicom
