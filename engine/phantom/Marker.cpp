// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Film.h"
#include "engine/phantom/Random.h"
#include "engine/phantom/Stroke.h"

#include <algorithm>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t markerStream = 80;

/// The letter's strokes, drawn in a box 1 high whose lower left corner is the origin, y up; none of a font.
std::vector<BezierStroke> letterR() {
    const auto at = [](double x, double y) { return StrokePoint{x, y, 0.085}; };
    return {
        {{at(0.08, 0), at(0.08, 0.33), at(0.08, 0.67), at(0.08, 1)}},
        {{at(0.08, 1), at(0.20, 1), at(0.25, 1), at(0.34, 1)}},
        {{at(0.34, 1), at(0.70, 1), at(0.70, 0.50), at(0.34, 0.50)}},
        {{at(0.34, 0.50), at(0.25, 0.50), at(0.20, 0.50), at(0.08, 0.50)}},
        {{at(0.32, 0.50), at(0.42, 0.33), at(0.52, 0.17), at(0.62, 0)}},
    };
}

} // namespace

void addMarker(Canvas& film, std::uint32_t seed) {
    Random random(seed, markerStream);
    const double height = random.uniform(0.085, 0.11);
    const double u = random.uniform(-0.90, -0.76);
    const double v = random.uniform(-0.80, -0.70);
    Canvas lead = Canvas::like(film);
    for (BezierStroke stroke : letterR()) {
        for (StrokePoint& point : stroke.points)
            point = {u + point.u * height, v - point.v * height, point.radius * height};
        addTube(lead, centreLine(stroke, 12), TubeProfile::flat, 1.0);
    }
    for (int row = 0; row < film.size(); ++row)
        for (int column = 0; column < film.size(); ++column) {
            const float covered = std::min(lead.at(column, row), 1.0F);
            film.at(column, row) += covered * (0.985F - film.at(column, row));
        }
}

} // namespace pleurascope::phantom
