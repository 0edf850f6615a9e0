// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/presentation/PresentationReader.h"

#include "engine/dicom/Codecs.h"
#include "engine/dicom/HeaderReader.h"
#include "engine/dicom/ObjectName.h"
#include "engine/dicom/display/DisplayReader.h"
#include "engine/dicom/display/LookupTableReader.h"
#include "engine/dicom/display/MaskReader.h"
#include "engine/dicom/display/OverlayReader.h"
#include "engine/dicom/display/ShutterReader.h"
#include "engine/dicom/elements/ParsedFile.h"
#include "engine/dicom/presentation/GraphicReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

constexpr int largestSide = 65535; ///< of any image: a presentation state does not say

void readIdentity(AttributeReader& attributes, PresentationState& state) {
    auto header = readHeaderAttributes(attributes);
    state.patient = std::move(header.patient);
    state.study = std::move(header.study);
    state.series = std::move(header.series);
    state.uid = std::move(header.instance.uid);
    state.instanceNumber = header.instance.number;
    state.label = attributes.text(DCM_ContentLabel);
    state.description = attributes.text(DCM_ContentDescription);
    state.creator = attributes.personName(DCM_ContentCreatorName).alphabetic;
    state.date = attributes.date(DCM_PresentationCreationDate);
    state.time = attributes.time(DCM_PresentationCreationTime);
}

void readImages(AttributeReader& attributes, PresentationState& state) {
    forEachItem(attributes, DCM_ReferencedSeriesSequence, state.assumptions, [&](AttributeReader& item) {
        ReferencedSeries series{item.code(DCM_SeriesInstanceUID), readReferences(item, state.assumptions)};
        if (!series.images.empty())
            state.images.push_back(std::move(series));
    });
}

std::optional<imaging::LookupTable> firstTable(AttributeReader& attributes, const DcmTagKey& sequence,
                                               PresentationState& state) {
    auto tables = readTables(attributes, sequence, false, state.assumptions);
    if (tables.empty())
        return std::nullopt;
    return std::move(tables.front());
}

void readGreyScale(AttributeReader& attributes, PresentationState& state) {
    ModalityTransform modality;
    modality.table = firstTable(attributes, DCM_ModalityLUTSequence, state);
    const auto rescale = readRescale(attributes, state.assumptions);
    modality.slope = rescale.slope;
    modality.intercept = rescale.intercept;
    if (modality.table || attributes.has(DCM_RescaleSlope) || attributes.has(DCM_RescaleIntercept))
        state.modality = std::move(modality);
    forEachItem(attributes, DCM_SoftcopyVOILUTSequence, state.assumptions, [&](AttributeReader& item) {
        SoftcopyVoi voi{readReferences(item, state.assumptions), readWindows(item, state.assumptions),
                        readTables(item, DCM_VOILUTSequence, false, state.assumptions)};
        if (!voi.windows.empty() || !voi.tables.empty())
            state.voi.push_back(std::move(voi));
    });
    state.presentationTable = firstTable(attributes, DCM_PresentationLUTSequence, state);
    state.isInverse = attributes.code(DCM_PresentationLUTShape) == "INVERSE";
}

/// Rotation comes before the flip (PS3.3 C.10.6); an Orientation is mirrored first.
void readOrientation(AttributeReader& attributes, PresentationState& state) {
    const int degrees = attributes.integer(DCM_ImageRotation).value_or(0);
    const bool flipped = attributes.code(DCM_ImageHorizontalFlip) == "Y";
    if (degrees % 90 != 0)
        state.assumptions.push_back("a rotation by " + std::to_string(degrees) + " degrees is left out");
    const int quarters = degrees % 90 == 0 ? ((degrees / 90) % 4 + 4) % 4 : 0;
    state.orientation = {flipped ? (4 - quarters) % 4 : quarters, flipped};
}

AreaSize sizeOf(const std::string& mode) {
    if (mode == "TRUE SIZE")
        return AreaSize::trueSize;
    return mode == "MAGNIFY" ? AreaSize::magnify : AreaSize::scaleToFit;
}

/// Corners are pixels, counted from 1 and shown, named by how they lie: any two opposite ones.
std::optional<DisplayedArea> readArea(AttributeReader& attributes, PresentationState& state) {
    const auto first = attributes.numbers(DCM_DisplayedAreaTopLeftHandCorner);
    const auto last = attributes.numbers(DCM_DisplayedAreaBottomRightHandCorner);
    const auto isPlace = [](const std::vector<double>& values) {
        return values.size() >= 2 && std::abs(values[0]) < 1e9 && std::abs(values[1]) < 1e9;
    };
    if (!isPlace(first) || !isPlace(last))
        return std::nullopt;
    DisplayedArea area;
    area.images = readReferences(attributes, state.assumptions);
    area.from = {std::min(first[0], last[0]) - 1, std::min(first[1], last[1]) - 1};
    area.to = {std::max(first[0], last[0]), std::max(first[1], last[1])};
    area.size = sizeOf(attributes.code(DCM_PresentationSizeMode));
    const auto isPair = [](const std::vector<double>& values) {
        return values.size() >= 2 && values[0] > 0 && values[1] > 0 && std::isfinite(values[0]) &&
               std::isfinite(values[1]);
    };
    if (const auto spacing = attributes.numbers(DCM_PresentationPixelSpacing); isPair(spacing)) {
        area.spacing = {spacing[0], spacing[1], SpacingSource::calibrated};
        area.pixelAspect = spacing[0] / spacing[1];
    } else if (const auto aspect = attributes.numbers(DCM_PresentationPixelAspectRatio); isPair(aspect)) {
        area.pixelAspect = aspect[0] / aspect[1];
    }
    const auto factor = attributes.numbers(DCM_PresentationPixelMagnificationRatio);
    if (!factor.empty() && factor[0] > 0 && std::isfinite(factor[0]))
        area.magnification = factor[0];
    return area;
}

void readAreas(AttributeReader& attributes, PresentationState& state) {
    forEachItem(attributes, DCM_DisplayedAreaSelectionSequence, state.assumptions,
                [&](AttributeReader& item) {
                    if (auto area = readArea(item, state))
                        state.areas.push_back(std::move(*area));
                    else
                        state.assumptions.emplace_back("a displayed area without corners is left out");
                });
}

core::Result<void> checkClass(AttributeReader& attributes) {
    const auto uid = attributes.code(DCM_SOPClassUID);
    if (uid == UID_GrayscaleSoftcopyPresentationStateStorage)
        return {};
    if (sopClassName(uid).find("Presentation State") != std::string::npos)
        return failure(ErrorCode::unsupportedFormat, sopClassName(uid));
    return failure(ErrorCode::notRecognised, "is no presentation state but " + objectName(attributes));
}

core::Result<PresentationState> readOpened(DcmItem& dataset) {
    AttributeReader attributes(dataset);
    if (auto checked = checkClass(attributes); !checked)
        return failure(checked);
    PresentationState state;
    readIdentity(attributes, state);
    readImages(attributes, state);
    readGreyScale(attributes, state);
    readOrientation(attributes, state);
    readAreas(attributes, state);
    readGraphics(attributes, state);
    state.shutter = readShutter(attributes, largestSide, largestSide, state.assumptions);
    state.overlays = readOverlays(attributes, 0, state.assumptions);
    if (const auto operations = maskOperations(attributes); !operations.empty())
        state.warnings.push_back("the presentation state asks for mask subtraction (" + operations +
                                 "), which is not done: films are shown without it");
    if (state.images.empty())
        return failure(ErrorCode::damaged, "the presentation state names no image");
    return state;
}

} // namespace

core::Result<PresentationState> readPresentation(std::span<const std::byte> bytes) {
    return guardedParse([&]() -> core::Result<PresentationState> {
        prepareDcmtk();
        DcmFileFormat file;
        if (auto parsed = parseFile(bytes, file); !parsed)
            return failure(parsed);
        return readOpened(*file.getDataset());
    });
}

} // namespace pleurascope::dicom
