// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pleurascope::imaging {

/// VOI LUT Function, PS3.3 C.11.2.1.3 (0028,1056).
enum class VoiFunction : std::uint8_t { linear, linearExact, sigmoid };

/// A VOI window, PS3.3 C.11.2.1.2: centre and width in modality units (after rescale). Width > 0.
struct Window {
    double centre = 0;
    double width = 1;
    VoiFunction function = VoiFunction::linear;
    std::string explanation; ///< (0028,1055), may be empty

    friend bool operator==(const Window&, const Window&) = default;
};

/// A look-up table, PS3.3 C.11.1.1 and C.11.2.1.1. Values below `firstMapped` take the first entry, above the
/// last one.
struct LookupTable {
    std::int32_t firstMapped = 0;
    int bitsPerEntry = 16;              ///< as the descriptor says; the table's real maximum may be smaller
    std::vector<std::uint16_t> entries; ///< never empty
    std::string explanation;
};

/// Stored values that mean 'no tissue here', both ends included (0028,0120), (0028,0121).
struct PaddingRange {
    double low = 0;
    double high = 0;
};

/// How stored values become grey, PS3.3 C.11 and PS3.4 N.2. Grey films only; colour pixels are shown as they
/// are.
struct DisplayParameters {
    double rescaleSlope = 1;
    double rescaleIntercept = 0;
    std::optional<LookupTable> modalityTable; ///< wins over the rescale
    std::vector<Window> windows;              ///< in file order
    std::vector<LookupTable> voiTables;       ///< in file order; input is the modality value
    bool inverted = false;                    ///< MONOCHROME1: the lowest value is white
    int bitsStored = 8;
    bool isSigned = false;
    std::optional<PaddingRange> padding;
};

/// Pixels as stored and how to show them. `pixels` has 1 channel (grey) or 3 (RGB, u8).
struct Image {
    core::PixelBuffer pixels;
    DisplayParameters display;

    [[nodiscard]] bool isGrey() const { return pixels.channels() == 1; }
};

} // namespace pleurascope::imaging
