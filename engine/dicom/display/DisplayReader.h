// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/AttributeReader.h"
#include "engine/imaging/Display.h"

#include <string>
#include <vector>

namespace pleurascope::dicom {

/// How one frame, counted from 0, is shown: rescale and modality table, windows, VOI tables, polarity,
/// presentation table, padding, overlays, shutter and pixel aspect (PS3.3 C.7.6.3, C.11), of enhanced objects
/// by their functional groups. What breaks its own rules is left out with a line in `assumptions`.
/// `bitsStored` and `isSigned` are the caller's, as the pixels turned out to be.
[[nodiscard]] imaging::DisplayParameters readDisplay(AttributeReader& attributes, int bitsStored,
                                                     bool isSigned, int frame,
                                                     std::vector<std::string>& assumptions);

/// VOI tables take modality values: are these signed? (PS3.3 C.11.2.1.1)
[[nodiscard]] bool isModalitySigned(const imaging::DisplayParameters& display);

/// VOI windows with their functions and names, PS3.3 C.11.2.1.2. Unusable ones are left out with a line in
/// `assumptions`.
[[nodiscard]] std::vector<imaging::Window> readWindows(AttributeReader& attributes,
                                                       std::vector<std::string>& assumptions);

/// Modality value = stored value * slope + intercept, PS3.3 C.11.1.
struct Rescale {
    double slope = 1;
    double intercept = 0;
};
[[nodiscard]] Rescale readRescale(AttributeReader& attributes, std::vector<std::string>& assumptions);

} // namespace pleurascope::dicom
