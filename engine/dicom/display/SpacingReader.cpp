// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/display/SpacingReader.h"

#include "engine/dicom/display/FunctionalGroups.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace pleurascope::dicom {

namespace {

constexpr int centimetres = 3;         // Physical Units X Direction (0018,6024)
constexpr double largestAspect = 100;  // of pixels that anything real has
constexpr double largestSpacing = 1e4; // mm

bool isProjection(std::string_view modality) {
    constexpr std::array<std::string_view, 9> projections{"CR", "DX", "MG", "PX", "IO",
                                                          "RF", "XA", "RG", "DR"};
    return std::find(projections.begin(), projections.end(), modality) != projections.end();
}

bool isTomography(std::string_view modality) {
    constexpr std::array<std::string_view, 4> tomographies{"CT", "MR", "PT", "NM"};
    return std::find(tomographies.begin(), tomographies.end(), modality) != tomographies.end();
}

bool isLength(double value) {
    return value > 0 && value < largestSpacing;
}

/// Row and column spacing in mm, if both are there and above zero.
std::optional<PixelSpacing> spacingAt(AttributeReader& attributes, const DcmTagKey& tag) {
    const auto values = attributes.numbers(tag);
    if (values.size() < 2 || !isLength(values[0]) || !isLength(values[1]))
        return std::nullopt;
    return PixelSpacing{values[0], values[1], SpacingSource::none};
}

std::optional<PixelSpacing> pixelSpacing(AttributeReader& attributes) {
    AttributeReader measures(FunctionalGroups(attributes.item(), 0).item(DCM_PixelMeasuresSequence),
                             attributes);
    return spacingAt(measures, DCM_PixelSpacing);
}

std::optional<PixelSpacing> detectorSpacing(AttributeReader& attributes) {
    const auto imager = spacingAt(attributes, DCM_ImagerPixelSpacing);
    return imager ? imager : spacingAt(attributes, DCM_NominalScannedPixelSpacing);
}

/// PS3.3 C.8.5.5.1.15: both deltas of a region in centimetres.
std::optional<PixelSpacing> regionSpacing(DcmItem& region) {
    AttributeReader attributes(region);
    const auto x = attributes.numbers(DCM_PhysicalDeltaX);
    const auto y = attributes.numbers(DCM_PhysicalDeltaY);
    if (attributes.integer(DCM_PhysicalUnitsXDirection) != centimetres ||
        attributes.integer(DCM_PhysicalUnitsYDirection) != centimetres || x.empty() || y.empty())
        return std::nullopt;
    const PixelSpacing spacing{std::abs(y[0]) * 10, std::abs(x[0]) * 10, SpacingSource::calibrated};
    if (!isLength(spacing.row) || !isLength(spacing.column))
        return std::nullopt;
    return spacing;
}

PixelSpacing ultrasoundSpacing(AttributeReader& attributes) {
    DcmSequenceOfItems* regions = nullptr;
    if (attributes.item().findAndGetSequence(DCM_SequenceOfUltrasoundRegions, regions).bad() || !regions)
        return {};
    std::optional<PixelSpacing> common;
    for (unsigned long i = 0; i < regions->card(); ++i) {
        const auto spacing = regionSpacing(*regions->getItem(i));
        if (!spacing || (common && (common->row != spacing->row || common->column != spacing->column)))
            return {};
        common = spacing;
    }
    return common.value_or(PixelSpacing{});
}

/// At the detector, or in the patient by the magnification that the device estimated.
PixelSpacing projected(AttributeReader& attributes, PixelSpacing imager) {
    const auto factor = attributes.numbers(DCM_EstimatedRadiographicMagnificationFactor);
    imager.source = SpacingSource::atDetector;
    if (!factor.empty() && factor[0] > 1 && factor[0] < 10)
        imager = {imager.row / factor[0], imager.column / factor[0], SpacingSource::calibrated};
    return imager;
}

} // namespace

PixelSpacing readSpacing(AttributeReader& attributes, std::string_view modality) {
    const auto pixel = pixelSpacing(attributes);
    const auto imager = detectorSpacing(attributes);
    const bool isCorrected =
        pixel && imager && (pixel->row != imager->row || pixel->column != imager->column);
    if (isCorrected || (pixel && attributes.has(DCM_PixelSpacingCalibrationType)) ||
        (pixel && isTomography(modality)))
        return {pixel->row, pixel->column, SpacingSource::calibrated};
    if (imager)
        return projected(attributes, *imager);
    if (pixel && isProjection(modality))
        return {pixel->row, pixel->column, SpacingSource::atDetector};
    return pixel ? PixelSpacing{} : ultrasoundSpacing(attributes);
}

double readPixelAspect(AttributeReader& attributes) {
    double aspect = 1;
    auto spacing = pixelSpacing(attributes);
    if (!spacing)
        spacing = detectorSpacing(attributes);
    const auto ratio = attributes.numbers(DCM_PixelAspectRatio);
    if (spacing)
        aspect = spacing->row / spacing->column;
    else if (ratio.size() >= 2 && ratio[0] > 0 && ratio[1] > 0)
        aspect = ratio[0] / ratio[1];
    return aspect <= largestAspect && aspect >= 1 / largestAspect ? aspect : 1;
}

} // namespace pleurascope::dicom
