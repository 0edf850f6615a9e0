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

/// An overlay plane of 60xx elements, PS3.3 C.9.2: one bit a pixel, drawn over the film.
struct Overlay {
    enum class Kind : std::uint8_t { graphics, regionOfInterest };

    int group = 0x6000;
    Kind kind = Kind::graphics;
    int top = 0;  ///< row of the film under its first row, from 0; may lie outside the film
    int left = 0; ///< column, likewise
    int rows = 0;
    int columns = 0;
    std::vector<std::uint8_t>
        bits;          ///< row by row without gaps, lowest bit first; ceil(rows * columns / 8) bytes
    std::string label; ///< (60xx,1500), else the description

    [[nodiscard]] bool isSet(int row, int column) const {
        const auto index = std::size_t(row) * std::size_t(columns) + std::size_t(column);
        return (bits[index / 8] >> (index % 8) & 1U) != 0;
    }
};

/// What of a film is hidden, PS3.3 C.7.6.11 (and C.7.6.15 for a bitmap): a pixel is shown where every shape
/// that is there shows it. Rows and columns count from 0 and mean pixels' centres.
struct Shutter {
    struct Rectangle {
        double left = 0, right = 0, top = 0, bottom = 0; ///< pixels on the edges are shown
    };
    struct Circle {
        double row = 0, column = 0, radius = 0; ///< radius in columns (0018,1612)
    };
    struct Point {
        double row = 0, column = 0;
    };

    std::optional<Rectangle> rectangle;
    std::optional<Circle> circle;
    std::vector<Point> polygon;          ///< at least 3, or none; closed by itself
    std::optional<int> overlayGroup;     ///< of the overlay whose set bits are hidden
    std::uint16_t presentationValue = 0; ///< P-value of what is hidden: 0 black, 65535 white
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
    std::optional<LookupTable>
        presentationTable; ///< after VOI and polarity; its input range is the whole grey range
    std::vector<Overlay> overlays;
    std::optional<Shutter> shutter;
    double pixelAspect = 1; ///< height of a pixel by its width, PS3.3 C.7.6.3.1.7
};

/// Pixels as stored and how to show them. `pixels` has 1 channel (grey) or 3 (RGB, u8).
struct Image {
    core::PixelBuffer pixels;
    DisplayParameters display;

    [[nodiscard]] bool isGrey() const { return pixels.channels() == 1; }
};

} // namespace pleurascope::imaging
