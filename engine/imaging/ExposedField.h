// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"

#include <vector>

namespace pleurascope::imaging {

/// Where on a grey film there is something to see: all but the flat ground that reaches in from its edges, as
/// collimators, air beside the patient and burnt-in borders do. Found on a grid of about 64 blocks a side: a
/// block is ground when it touches the film's edge or other ground of nearly its level, and varies by less
/// than 2% of the film's range (1st to 99th percentile); blocks beside ground are left out with it. Where
/// ground would be nine tenths of the film or more, and on films of less than 128 pixels a side, nothing is
/// called ground.
class ExposedField {
public:
    explicit ExposedField(const Image& image);

    /// Whether pixel (row, column) belongs to it.
    [[nodiscard]] bool contains(int row, int column) const {
        return containsBlock(row / m_side, column / m_side);
    }
    /// True where ground was found.
    [[nodiscard]] bool isPartOfFilm() const { return m_isPart; }

    [[nodiscard]] int blockSide() const { return m_side; } ///< in pixels
    [[nodiscard]] int blockColumns() const { return m_columns; }
    [[nodiscard]] bool containsBlock(int blockRow, int blockColumn) const {
        return !m_ground[std::size_t(blockRow) * std::size_t(m_columns) + std::size_t(blockColumn)];
    }

private:
    int m_side = 1;
    int m_columns = 0;
    std::vector<bool> m_ground; ///< a block each, row by row
    bool m_isPart = false;
};

/// Every so many pixels, both ways, are enough for percentiles: about a million of a large film.
[[nodiscard]] int samplingStep(const core::PixelBuffer& pixels);

} // namespace pleurascope::imaging
