// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace pleurascope::phantom {

/// A square plane of numbers over the film, drawn on in film coordinates: u to the picture's right (the
/// patient's left), v down, both -extent at one edge and extent at the other. The film itself reaches from -1
/// to 1; what is drawn goes a little further, so that it can be turned and shifted.
class Canvas {
public:
    Canvas(int size, double extent)
        : m_size(size)
        , m_extent(extent)
        , m_values(std::size_t(size) * std::size_t(size), 0.0F) {}
    /// An empty one with the measures of another.
    [[nodiscard]] static Canvas like(const Canvas& other) { return {other.m_size, other.m_extent}; }

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] double coordinate(int pixel) const { return ((2 * pixel + 1.0) / m_size - 1) * m_extent; }
    /// Pixels to one unit of a coordinate.
    [[nodiscard]] double scale() const { return m_size / (2 * m_extent); }
    /// The place of a coordinate in pixels; 0 is the middle of the first one.
    [[nodiscard]] double place(double coordinate) const { return (coordinate + m_extent) * scale() - 0.5; }
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
    double m_extent;
    std::vector<float> m_values;
};

} // namespace pleurascope::phantom
