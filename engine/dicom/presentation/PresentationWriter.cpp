// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/presentation/PresentationWriter.h"

#include "engine/dicom/Codecs.h"
#include "engine/dicom/elements/DicomDate.h"
#include "engine/dicom/presentation/GraphicWriter.h"
#include "engine/dicom/writing/CommonModules.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <set>
#include <span>
#include <vector>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;
using imaging::FilmPoint;

constexpr std::size_t labelLimit = 16; // CS

std::string placeOf(double column, double row) {
    return std::to_string(std::lround(column)) + '\\' + std::to_string(std::lround(row));
}

std::array<std::int32_t, 2> longsOf(FilmPoint point) {
    return {std::int32_t(std::lround(point.x)), std::int32_t(std::lround(point.y))};
}

/// Presentation State Identification and Relationship.
void putIdentification(DataSetBuilder& builder, const PresentationState& state) {
    builder.put(DCM_ContentLabel, EVR_CS, contentLabel(state.label));
    builder.put(DCM_ContentDescription, EVR_LO, longString(state.description));
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
            item.put(DCM_LUTExplanation, EVR_LO, longString(table.explanation));
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
            item.put(DCM_PresentationPixelSpacing, EVR_DS, spacingValue(area.spacing));
        else if (area.pixelAspect == 1)
            item.put(DCM_PresentationPixelAspectRatio, EVR_IS, "1\\1");
        else
            item.put(DCM_PresentationPixelAspectRatio, EVR_IS, placeOf(area.pixelAspect * 1e4, 1e4));
        if (area.size == AreaSize::magnify)
            item.putFloats(DCM_PresentationPixelMagnificationRatio, std::array{float(area.magnification)});
    });
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
    if (shutter.overlayGroup) {
        add("BITMAP");
        builder.put(DCM_ShutterOverlayGroup, Uint16(*shutter.overlayGroup));
    }
    if (shapes.empty())
        return;
    builder.put(DCM_ShutterShape, EVR_CS, shapes);
    builder.put(DCM_ShutterPresentationValue, shutter.presentationValue);
}

/// PS3.3 C.9.2; bits lie row by row, the lowest first, padded to whole words.
void putOverlay(DataSetBuilder& builder, const imaging::Overlay& overlay) {
    const auto tag = [&](Uint16 element) { return DcmTagKey(Uint16(overlay.group), element); };
    builder.put(tag(0x0010), Uint16(overlay.rows));
    builder.put(tag(0x0011), Uint16(overlay.columns));
    builder.put(tag(0x0040), EVR_CS, overlay.kind == imaging::Overlay::Kind::graphics ? "G" : "R");
    builder.putSigneds(tag(0x0050), std::array{Sint16(overlay.top + 1), Sint16(overlay.left + 1)});
    builder.put(tag(0x0100), Uint16(1));
    builder.put(tag(0x0102), Uint16(0));
    if (!overlay.label.empty())
        builder.put(tag(0x1500), EVR_LO, longString(overlay.label));
    std::vector<std::uint16_t> words((overlay.bits.size() + 1) / 2);
    for (std::size_t i = 0; i < overlay.bits.size(); ++i)
        words[i / 2] = std::uint16_t(words[i / 2] | unsigned(overlay.bits[i]) << (i % 2 * 8));
    builder.putWords(tag(0x3000), EVR_OW, words);
}

/// Planes of its own have groups of their own and as many bits as they say.
bool isSound(const std::vector<imaging::Overlay>& overlays) {
    std::set<int> groups;
    return std::ranges::all_of(overlays, [&](const imaging::Overlay& overlay) {
        const bool isGroup = overlay.group >= 0x6000 && overlay.group <= 0x601e && overlay.group % 2 == 0;
        const auto bytes = (std::size_t(overlay.rows) * std::size_t(overlay.columns) + 7) / 8;
        return isGroup && groups.insert(overlay.group).second && overlay.rows > 0 && overlay.rows < 65536 &&
               overlay.columns > 0 && overlay.columns < 65536 && overlay.bits.size() == bytes;
    });
}

bool hasPlaneOf(const PresentationState& state, int group) {
    return std::ranges::find(state.overlays, group, &imaging::Overlay::group) != state.overlays.end();
}

core::Result<void> check(const PresentationState& state) {
    if (state.study.uid.empty() || state.series.uid.empty() || state.uid.empty())
        return failure(ErrorCode::invalidArgument, "study, series and instance UIDs must be set");
    if (state.images.empty() ||
        std::ranges::any_of(state.images, [](const auto& one) { return one.images.empty(); }))
        return failure(ErrorCode::invalidArgument, "the images must be named");
    if (state.areas.empty())
        return failure(ErrorCode::invalidArgument, "the displayed area must be said");
    if (!isSound(state.overlays))
        return failure(ErrorCode::invalidArgument,
                       "an overlay plane has not the group or the bits that it should");
    if (state.shutter && state.shutter->overlayGroup && !hasPlaneOf(state, *state.shutter->overlayGroup))
        return failure(ErrorCode::invalidArgument, "the shutter's plane is not among the overlays");
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
    for (const auto& overlay : state.overlays)
        putOverlay(builder, overlay);
    return writeDataSet(path, file, builder.condition());
}

} // namespace pleurascope::dicom
