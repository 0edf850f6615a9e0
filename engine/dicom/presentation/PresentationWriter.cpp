// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/presentation/PresentationWriter.h"

#include "engine/dicom/Codecs.h"
#include "engine/dicom/elements/DicomDate.h"
#include "engine/dicom/elements/PlainText.h"
#include "engine/dicom/writing/CommonModules.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <span>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;
using imaging::FilmPoint;

constexpr std::size_t labelLimit = 16;       // CS
constexpr std::size_t descriptionLimit = 64; // LO
constexpr std::size_t textLimit = 1024;      // ST

std::string pairOf(double first, double second) {
    return decimalString(first) + '\\' + decimalString(second);
}

std::string placeOf(double column, double row) {
    return std::to_string(std::lround(column)) + '\\' + std::to_string(std::lround(row));
}

std::array<std::int32_t, 2> longsOf(FilmPoint point) {
    return {std::int32_t(std::lround(point.x)), std::int32_t(std::lround(point.y))};
}

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

/// Presentation State Identification and Relationship.
void putIdentification(DataSetBuilder& builder, const PresentationState& state) {
    builder.put(DCM_ContentLabel, EVR_CS, contentLabel(state.label));
    builder.put(DCM_ContentDescription, EVR_LO, std::string(shortened(state.description, descriptionLimit)));
    builder.put(DCM_PresentationCreationDate, EVR_DA, withoutPunctuation(state.date));
    builder.put(DCM_PresentationCreationTime, EVR_TM, withoutPunctuation(state.time));
    builder.put(DCM_ContentCreatorName, EVR_PN, state.creator);
    for (const auto& series : state.images)
        builder.putItem(DCM_ReferencedSeriesSequence, [&](DataSetBuilder& item) {
            item.put(DCM_SeriesInstanceUID, EVR_UI, series.uid);
            putReferences(item, series.images);
        });
}

void putTable(DataSetBuilder& builder, const DcmTagKey& sequence, const imaging::LookupTable& table,
              const char* modalityType) {
    builder.putItem(sequence, [&](DataSetBuilder& item) {
        const auto count = table.entries.size() == 65536 ? std::size_t(0) : table.entries.size();
        item.putWords(DCM_LUTDescriptor, EVR_US,
                      std::array{std::uint16_t(count), std::uint16_t(table.firstMapped),
                                 std::uint16_t(table.bitsPerEntry)});
        if (!table.explanation.empty())
            item.put(DCM_LUTExplanation, EVR_LO, std::string(shortened(table.explanation, descriptionLimit)));
        if (modalityType != nullptr)
            item.put(DCM_ModalityLUTType, EVR_LO, modalityType);
        item.putWords(DCM_LUTData, EVR_OW, table.entries);
    });
}

void putModality(DataSetBuilder& builder, const ModalityTransform& modality) {
    if (modality.table) {
        putTable(builder, DCM_ModalityLUTSequence, *modality.table, "US");
        return;
    }
    builder.put(DCM_RescaleIntercept, EVR_DS, decimalString(modality.intercept));
    builder.put(DCM_RescaleSlope, EVR_DS, decimalString(modality.slope));
    builder.put(DCM_RescaleType, EVR_LO, "US");
}

void putVoi(DataSetBuilder& builder, const SoftcopyVoi& voi) {
    builder.putItem(DCM_SoftcopyVOILUTSequence, [&](DataSetBuilder& item) {
        putReferences(item, voi.images);
        for (const auto& table : voi.tables)
            putTable(item, DCM_VOILUTSequence, table, nullptr);
        if (!voi.windows.empty())
            putWindowValues(item, voi.windows);
    });
}

void putGreyScale(DataSetBuilder& builder, const PresentationState& state) {
    if (state.modality)
        putModality(builder, *state.modality);
    for (const auto& voi : state.voi)
        putVoi(builder, voi);
    if (state.presentationTable)
        putTable(builder, DCM_PresentationLUTSequence, *state.presentationTable, nullptr);
    else
        builder.put(DCM_PresentationLUTShape, EVR_CS, state.isInverse ? "INVERSE" : "IDENTITY");
}

/// Rotation comes before the flip (PS3.3 C.10.6); an Orientation is mirrored first.
void putOrientation(DataSetBuilder& builder, imaging::Orientation orientation) {
    const int turns = orientation.mirrored ? (4 - orientation.quarterTurns) % 4 : orientation.quarterTurns;
    builder.put(DCM_ImageRotation, Uint16(turns * 90));
    builder.put(DCM_ImageHorizontalFlip, EVR_CS, orientation.mirrored ? "Y" : "N");
}

/// The corners of `area` that lie upper left and lower right.
std::array<FilmPoint, 2> lyingCorners(const DisplayedArea& area, imaging::Orientation orientation) {
    const double left = std::floor(area.from.x) + 1, right = std::ceil(area.to.x);
    const double top = std::floor(area.from.y) + 1, bottom = std::ceil(area.to.y);
    const bool fromBelow = orientation.quarterTurns == 1 || orientation.quarterTurns == 2;
    const bool fromRight = (orientation.quarterTurns >= 2) != orientation.mirrored;
    return {FilmPoint{fromRight ? right : left, fromBelow ? bottom : top},
            FilmPoint{fromRight ? left : right, fromBelow ? top : bottom}};
}

void putArea(DataSetBuilder& builder, const DisplayedArea& area, imaging::Orientation orientation) {
    builder.putItem(DCM_DisplayedAreaSelectionSequence, [&](DataSetBuilder& item) {
        putReferences(item, area.images);
        const auto corners = lyingCorners(area, orientation);
        item.putLongs(DCM_DisplayedAreaTopLeftHandCorner, longsOf(corners[0]));
        item.putLongs(DCM_DisplayedAreaBottomRightHandCorner, longsOf(corners[1]));
        constexpr std::array sizes{"SCALE TO FIT", "TRUE SIZE", "MAGNIFY"};
        item.put(DCM_PresentationSizeMode, EVR_CS, sizes[std::size_t(area.size)]);
        if (area.spacing.source != SpacingSource::none)
            item.put(DCM_PresentationPixelSpacing, EVR_DS, pairOf(area.spacing.row, area.spacing.column));
        else if (area.pixelAspect == 1)
            item.put(DCM_PresentationPixelAspectRatio, EVR_IS, "1\\1");
        else
            item.put(DCM_PresentationPixelAspectRatio, EVR_IS, placeOf(area.pixelAspect * 1e4, 1e4));
        if (area.size == AreaSize::magnify)
            item.putFloats(DCM_PresentationPixelMagnificationRatio, std::array{float(area.magnification)});
    });
}

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
                item.put(DCM_GraphicLayerDescription, EVR_LO,
                         std::string(shortened(layer.description, descriptionLimit)));
        });
    for (const auto& activation : state.activations)
        builder.put(DcmTagKey(Uint16(activation.group), 0x1001), EVR_CS, activation.layer);
}

/// Rows and columns count from 1 in the file.
void putShutter(DataSetBuilder& builder, const imaging::Shutter& shutter) {
    std::string shapes;
    const auto add = [&](const char* shape) { shapes += (shapes.empty() ? "" : "\\") + std::string(shape); };
    const auto number = [](double value) { return std::to_string(std::lround(value)); };
    if (const auto& edges = shutter.rectangle) {
        add("RECTANGULAR");
        builder.put(DCM_ShutterLeftVerticalEdge, EVR_IS, number(edges->left + 1));
        builder.put(DCM_ShutterRightVerticalEdge, EVR_IS, number(edges->right + 1));
        builder.put(DCM_ShutterUpperHorizontalEdge, EVR_IS, number(edges->top + 1));
        builder.put(DCM_ShutterLowerHorizontalEdge, EVR_IS, number(edges->bottom + 1));
    }
    if (const auto& circle = shutter.circle) {
        add("CIRCULAR");
        builder.put(DCM_CenterOfCircularShutter, EVR_IS, placeOf(circle->row + 1, circle->column + 1));
        builder.put(DCM_RadiusOfCircularShutter, EVR_IS, number(circle->radius));
    }
    if (!shutter.polygon.empty()) {
        add("POLYGONAL");
        std::string vertices;
        for (const auto& point : shutter.polygon)
            vertices += (vertices.empty() ? "" : "\\") + placeOf(point.row + 1, point.column + 1);
        builder.put(DCM_VerticesOfThePolygonalShutter, EVR_IS, vertices);
    }
    if (shapes.empty())
        return;
    builder.put(DCM_ShutterShape, EVR_CS, shapes);
    builder.put(DCM_ShutterPresentationValue, shutter.presentationValue);
}

core::Result<void> check(const PresentationState& state) {
    if (state.study.uid.empty() || state.series.uid.empty() || state.uid.empty())
        return failure(ErrorCode::invalidArgument, "study, series and instance UIDs must be set");
    if (state.images.empty() ||
        std::ranges::any_of(state.images, [](const auto& one) { return one.images.empty(); }))
        return failure(ErrorCode::invalidArgument, "the images must be named");
    if (state.areas.empty())
        return failure(ErrorCode::invalidArgument, "the displayed area must be said");
    if (!state.overlays.empty() || (state.shutter && state.shutter->overlayGroup))
        return failure(ErrorCode::invalidArgument, "overlay planes of a presentation state are not written");
    for (const auto& annotation : state.annotations)
        for (const auto& graphic : annotation.graphics)
            if (graphic.points.size() > 32767)
                return failure(ErrorCode::invalidArgument, "a graphic has more than 32767 points");
    return {};
}

} // namespace

std::string contentLabel(std::string_view words) {
    std::string label;
    for (const char c : words.substr(0, labelLimit)) {
        const auto letter = static_cast<unsigned char>(c);
        label += letter < 128 && std::isalnum(letter) != 0 ? char(std::toupper(letter)) : '_';
    }
    const auto kept = label.find_last_not_of('_');
    return kept == std::string::npos ? "PLEURASCOPE" : label.substr(0, kept + 1);
}

core::Result<void> writePresentation(const std::filesystem::path& path, const PresentationState& state) {
    if (auto checked = check(state); !checked)
        return core::failureIn(checked.error(), path);
    prepareDcmtk();
    DcmFileFormat file;
    DataSetBuilder builder(*file.getDataset());
    DicomFilm identity;
    identity.patient = state.patient;
    identity.study = state.study;
    identity.series = state.series;
    identity.instance.uid = state.uid;
    identity.instance.number = state.instanceNumber;
    putCommonModules(builder, identity, UID_GrayscaleSoftcopyPresentationStateStorage, "PR");
    builder.put(DCM_Laterality, EVR_CS, "");
    putIdentification(builder, state);
    putGreyScale(builder, state);
    putOrientation(builder, state.orientation);
    for (const auto& area : state.areas)
        putArea(builder, area, state.orientation);
    putGraphics(builder, state);
    if (state.shutter)
        putShutter(builder, *state.shutter);
    return writeDataSet(path, file, builder.condition());
}

} // namespace pleurascope::dicom
