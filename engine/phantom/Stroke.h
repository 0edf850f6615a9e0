// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/Canvas.h"

#include <array>
#include <vector>

namespace pleurascope::phantom {

/// A point of a centre line with the half width there.
struct StrokePoint {
    double u = 0;
    double v = 0;
    double radius = 0;
};

/// How the beam's way through a tube depends on the distance from its centre line (0 in the middle, 1 at the
/// edge).
enum class TubeProfile {
    solid, ///< sqrt(1 - d^2): a vessel, an arm
    shell, ///< a bone: a dense rind around a lighter core
    flat,  ///< one inside, a soft edge: a lead marker
};

/// A cubic Bezier curve as a centre line of even steps, its half width going from one end's to the other's.
struct BezierStroke {
    std::array<StrokePoint, 4> points; ///< the radii of the first and last count
};

[[nodiscard]] std::vector<StrokePoint> centreLine(const BezierStroke& stroke, int steps = 40);

/// Two tubes that cross: their ways add up; or, for parts of one tree, the longer way counts.
enum class Blend { add, lighten };

/// Draws a tube along `line`: `amount` times the profile.
void addTube(Canvas& canvas, const std::vector<StrokePoint>& line, TubeProfile profile, double amount,
             Blend blend = Blend::add);

} // namespace pleurascope::phantom
