// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Stroke.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pleurascope::phantom {

namespace {

/// A line is walked in steps of at most so many pixels.
constexpr double stepLength = 0.75;

struct Box {
    int left = std::numeric_limits<int>::max();
    int top = std::numeric_limits<int>::max();
    int right = -1;
    int bottom = -1;
};

double thickness(TubeProfile profile, double distance, double softEdge) {
    if (distance >= 1)
        return 0;
    const double chord = std::sqrt(1 - distance * distance);
    switch (profile) {
    case TubeProfile::solid:
        return chord;
    case TubeProfile::shell: {
        constexpr double core = 0.80;
        const double inner = distance < core ? std::sqrt(core * core - distance * distance) : 0;
        return 1.25 * (chord - 0.72 * inner);
    }
    case TubeProfile::flat:
        return std::min(1.0, (1 - distance) / softEdge);
    }
    return 0;
}

/// The distance of each pixel of a box from a line, in radii of the line there: the smallest over its points.
class DistanceField {
public:
    DistanceField(const Canvas& canvas, const std::vector<StrokePoint>& line)
        : m_canvas(canvas) {
        for (const StrokePoint& point : line) {
            m_box.left = std::min(m_box.left, pixel(point.u - point.radius) - 1);
            m_box.right = std::max(m_box.right, pixel(point.u + point.radius) + 1);
            m_box.top = std::min(m_box.top, pixel(point.v - point.radius) - 1);
            m_box.bottom = std::max(m_box.bottom, pixel(point.v + point.radius) + 1);
        }
        m_box.left = std::max(m_box.left, 0);
        m_box.top = std::max(m_box.top, 0);
        m_box.right = std::min(m_box.right, canvas.size() - 1);
        m_box.bottom = std::min(m_box.bottom, canvas.size() - 1);
        if (m_box.right >= m_box.left && m_box.bottom >= m_box.top)
            m_squared.assign(std::size_t(width()) * std::size_t(m_box.bottom - m_box.top + 1), 4.0F);
    }

    [[nodiscard]] const Box& box() const { return m_box; }
    [[nodiscard]] bool isEmpty() const { return m_squared.empty(); }
    [[nodiscard]] double at(int column, int row) const {
        return std::sqrt(double(m_squared[place(column, row)]));
    }

    void meet(const StrokePoint& point) {
        const double x = m_canvas.place(point.u);
        const double y = m_canvas.place(point.v);
        const double radius =
            std::max(point.radius * m_canvas.scale(), 0.6); // thinner lines would fall between pixels
        const double inverse = 1 / (radius * radius);
        const int firstRow = std::max(m_box.top, int(std::floor(y - radius)));
        const int lastRow = std::min(m_box.bottom, int(std::ceil(y + radius)));
        const int firstColumn = std::max(m_box.left, int(std::floor(x - radius)));
        const int lastColumn = std::min(m_box.right, int(std::ceil(x + radius)));
        for (int row = firstRow; row <= lastRow; ++row)
            for (int column = firstColumn; column <= lastColumn; ++column) {
                const double dx = column - x;
                const double dy = row - y;
                float& nearest = m_squared[place(column, row)];
                nearest = std::min(nearest, float((dx * dx + dy * dy) * inverse));
            }
    }

private:
    [[nodiscard]] int pixel(double coordinate) const { return int(std::floor(m_canvas.place(coordinate))); }
    [[nodiscard]] int width() const { return m_box.right - m_box.left + 1; }
    [[nodiscard]] std::size_t place(int column, int row) const {
        return std::size_t(row - m_box.top) * std::size_t(width()) + std::size_t(column - m_box.left);
    }

    const Canvas& m_canvas;
    Box m_box;
    std::vector<float> m_squared;
};

void walk(DistanceField& field, const std::vector<StrokePoint>& line, double scale) {
    field.meet(line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        const StrokePoint& a = line[i - 1];
        const StrokePoint& b = line[i];
        const double length = std::sqrt((b.u - a.u) * (b.u - a.u) + (b.v - a.v) * (b.v - a.v)) * scale;
        const int steps = std::max(1, int(std::ceil(length / stepLength)));
        for (int k = 1; k <= steps; ++k) {
            const double t = double(k) / steps;
            field.meet({a.u + (b.u - a.u) * t, a.v + (b.v - a.v) * t, a.radius + (b.radius - a.radius) * t});
        }
    }
}

} // namespace

std::vector<StrokePoint> centreLine(const BezierStroke& stroke, int steps) {
    const auto& p = stroke.points;
    std::vector<StrokePoint> line;
    for (int i = 0; i <= steps; ++i) {
        const double t = double(i) / steps;
        const double r = 1 - t;
        const double a = r * r * r;
        const double b = 3 * r * r * t;
        const double c = 3 * r * t * t;
        const double d = t * t * t;
        line.push_back({a * p[0].u + b * p[1].u + c * p[2].u + d * p[3].u,
                        a * p[0].v + b * p[1].v + c * p[2].v + d * p[3].v,
                        r * p[0].radius + t * p[3].radius});
    }
    return line;
}

void addTube(Canvas& canvas, const std::vector<StrokePoint>& line, TubeProfile profile, double amount,
             Blend blend) {
    if (line.empty())
        return;
    DistanceField field(canvas, line);
    if (field.isEmpty())
        return;
    walk(field, line, canvas.scale());
    const double softEdge = std::min(1.0, 1.5 / (line.front().radius * canvas.scale() + 0.01));
    for (int row = field.box().top; row <= field.box().bottom; ++row)
        for (int column = field.box().left; column <= field.box().right; ++column) {
            const double way = thickness(profile, field.at(column, row), softEdge);
            if (way <= 0)
                continue;
            float& value = canvas.at(column, row);
            const auto added = float(amount * way);
            value = blend == Blend::add ? value + added : std::max(value, added);
        }
}

} // namespace pleurascope::phantom
