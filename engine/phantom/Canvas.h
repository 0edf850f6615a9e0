// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace pleurascope::phantom {

/// A square plane of numbers over the film, drawn on in film coordinates: u to the picture's right (the
/// patient's left), v down, both -1 at one edge and 1 at the other.
class Canvas {
public:
    explicit Canvas(int size)
        : m_size(size)
        , m_values(std::size_t(size) * std::size_t(size), 0.0F) {}

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] double coordinate(int pixel) const { return (2 * pixel + 1.0) / m_size - 1; }
    /// Pixels to one unit of a coordinate.
    [[nodiscard]] double scale() const { return m_size / 2.0; }
    [[nodiscard]] float& at(int column, int row) {
        return m_values[std::size_t(row) * std::size_t(m_size) + std::size_t(column)];
    }
    [[nodiscard]] float at(int column, int row) const {
        return m_values[std::size_t(row) * std::size_t(m_size) + std::size_t(column)];
    }
    /// Between pixels, bilinear, at film coordinates; the nearest edge beyond them.
    [[nodiscard]] double sample(double u, double v) const;

private:
    int m_size;
    std::vector<float> m_values;
};

} // namespace pleurascope::phantom
