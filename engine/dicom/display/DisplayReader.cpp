// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/display/DisplayReader.h"

#include "engine/dicom/display/FunctionalGroups.h"
#include "engine/dicom/display/LookupTableReader.h"
#include "engine/dicom/display/OverlayReader.h"
#include "engine/dicom/display/ShutterReader.h"
#include "engine/dicom/display/SpacingReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

using Assumptions = std::vector<std::string>;

imaging::VoiFunction functionOf(const std::string& code) {
    if (code == "SIGMOID")
        return imaging::VoiFunction::sigmoid;
    return code == "LINEAR_EXACT" ? imaging::VoiFunction::linearExact : imaging::VoiFunction::linear;
}

/// Written as US, SS or (wrongly) with the other sign: brought to the range of the stored values. Nothing
/// where it lies outside: no pixel can have it, and cut to the stored bits it would hit tissue.
std::optional<double> paddingValue(double written, int bitsStored, bool isSigned) {
    if (bitsStored > 32)
        return written;
    const double levels = std::ldexp(1, bitsStored);
    const double low = isSigned ? -levels / 2 : 0;
    const double high = low + levels - 1;
    for (const double value : {written, written - 65536, written + 65536})
        if (value >= low && value <= high)
            return value;
    return std::nullopt;
}

std::optional<imaging::PaddingRange> readPadding(AttributeReader& attributes, int bitsStored, bool isSigned) {
    const auto values = attributes.numbers(DCM_PixelPaddingValue);
    if (values.empty() || !std::isfinite(values[0]))
        return std::nullopt;
    const auto first = paddingValue(values[0], bitsStored, isSigned);
    if (!first)
        return std::nullopt;
    const auto limits = attributes.numbers(DCM_PixelPaddingRangeLimit);
    const auto last = limits.empty() ? first : paddingValue(limits[0], bitsStored, isSigned);
    return imaging::PaddingRange{std::min(*first, last.value_or(*first)),
                                 std::max(*first, last.value_or(*first))};
}

std::optional<imaging::LookupTable> firstTable(std::vector<imaging::LookupTable> tables) {
    if (tables.empty())
        return std::nullopt;
    return std::move(tables.front());
}

} // namespace

std::vector<imaging::Window> readWindows(AttributeReader& attributes, Assumptions& assumptions) {
    const auto centres = attributes.numbers(DCM_WindowCenter);
    const auto widths = attributes.numbers(DCM_WindowWidth);
    const auto explanations = attributes.texts(DCM_WindowCenterWidthExplanation);
    const auto functions = attributes.texts(DCM_VOILUTFunction);
    std::vector<imaging::Window> windows;
    for (std::size_t i = 0; i < std::min(centres.size(), widths.size()); ++i) {
        if (std::isfinite(centres[i]) && widths[i] > 0)
            windows.push_back({centres[i], widths[i],
                               functionOf(functions[std::min(i, functions.size() - 1)]),
                               i < explanations.size() ? explanations[i] : ""});
        else
            assumptions.emplace_back("a VOI window without a usable centre and width is left out");
    }
    return windows;
}

Rescale readRescale(AttributeReader& attributes, Assumptions& assumptions) {
    Rescale rescale;
    const auto slopes = attributes.numbers(DCM_RescaleSlope);
    const auto intercepts = attributes.numbers(DCM_RescaleIntercept);
    if (!slopes.empty() && std::isfinite(slopes[0]) && slopes[0] != 0)
        rescale.slope = slopes[0];
    else if (!slopes.empty())
        assumptions.emplace_back("Rescale Slope is not usable: 1 is taken");
    if (!intercepts.empty() && std::isfinite(intercepts[0]))
        rescale.intercept = intercepts[0];
    return rescale;
}

bool isModalitySigned(const imaging::DisplayParameters& display) {
    if (display.modalityTable)
        return false;
    return display.isSigned || display.rescaleIntercept < 0 || display.rescaleSlope < 0;
}

imaging::DisplayParameters readDisplay(AttributeReader& attributes, int bitsStored, bool isSigned, int frame,
                                       Assumptions& assumptions) {
    const FunctionalGroups groups(attributes.item(), frame);
    AttributeReader rescale(groups.item(DCM_PixelValueTransformationSequence), attributes);
    AttributeReader voi(groups.item(DCM_FrameVOILUTSequence), attributes);
    AttributeReader shutter(groups.item(DCM_FrameDisplayShutterSequence), attributes);
    imaging::DisplayParameters display;
    display.bitsStored = bitsStored;
    display.isSigned = isSigned;
    const auto terms = readRescale(rescale, assumptions);
    display.rescaleSlope = terms.slope;
    display.rescaleIntercept = terms.intercept;
    display.modalityTable =
        firstTable(readTables(attributes, DCM_ModalityLUTSequence, isSigned, assumptions));
    display.windows = readWindows(voi, assumptions);
    display.voiTables = readTables(attributes, DCM_VOILUTSequence, isModalitySigned(display), assumptions);
    // the photometric interpretation alone decides: Presentation LUT Shape is often written wrongly
    display.inverted = attributes.code(DCM_PhotometricInterpretation) == "MONOCHROME1";
    display.presentationTable =
        firstTable(readTables(attributes, DCM_PresentationLUTSequence, false, assumptions));
    display.padding = readPadding(attributes, bitsStored, isSigned);
    display.overlays = readOverlays(attributes, frame, assumptions);
    display.shutter = readShutter(shutter, attributes.integer(DCM_Rows).value_or(0),
                                  attributes.integer(DCM_Columns).value_or(0), assumptions);
    display.pixelAspect = readPixelAspect(attributes);
    return display;
}

} // namespace pleurascope::dicom
