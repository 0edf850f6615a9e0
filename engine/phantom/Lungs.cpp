// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Lungs.h"

#include "engine/phantom/Curve.h"
#include "engine/phantom/Effusion.h"
#include "engine/phantom/Mediastinum.h"
#include "engine/phantom/Random.h"
#include "engine/phantom/Stroke.h"
#include "engine/phantom/Texture.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t markingStream = 30;

/// Above the diaphragm all of the air; below its dome only what the recess behind it holds, less and less.
double aboveDiaphragm(double diaphragm, double v, double pixel) {
    const double below = v - diaphragm;
    const double edge = smoothStep(-1.5 * pixel, 1.5 * pixel, -below);
    const double recess = below > 0 ? 0.13 / (1 + (below / 0.07) * (below / 0.07)) : 0.13;
    return std::max(edge, recess);
}

class VesselTree {
public:
    VesselTree(Canvas& vessels, Random& random)
        : m_vessels(vessels)
        , m_random(random) {}

    /// A vessel that runs from a point in a direction (a unit vector), narrows, and divides.
    void grow(StrokePoint from, double du, double dv, double length, int generation) {
        const double bend = m_random.uniform(-0.30, 0.30);
        const double endU = from.u + (du - dv * bend) * length;
        const double endV = from.v + (dv + du * bend) * length;
        const double endRadius = from.radius * 0.74;
        const BezierStroke stroke{{{from,
                                    {from.u + du * length * 0.35, from.v + dv * length * 0.35, 0},
                                    {from.u + du * length * 0.70, from.v + dv * length * 0.70, 0},
                                    {endU, endV, endRadius}}}};
        addTube(m_vessels, centreLine(stroke, 8), TubeProfile::solid, 7.0 * from.radius, Blend::lighten);
        if (generation == 0)
            return;
        for (const double turn : {m_random.uniform(0.15, 0.6), -m_random.uniform(0.15, 0.6)}) {
            const double norm = std::sqrt(1 + turn * turn);
            grow({endU, endV, endRadius}, (du - dv * turn) / norm, (dv + du * turn) / norm,
                 length * m_random.uniform(0.65, 0.95), generation - 1);
        }
    }

private:
    Canvas& m_vessels;
    Random& m_random;
};

/// Plates of collapsed lung above the diaphragm, a common harmless finding with and without an effusion.
void addPlates(Canvas& vessels, const Anatomy& anatomy) {
    Random random(anatomy.seed, markingStream + 8);
    for (const Side side : bothSides) {
        if (!random.chance(0.22))
            continue;
        const double lateral = anatomy.cageWidth * random.uniform(0.35, 0.65);
        const double v = anatomy.diaphragm(side, lateral) - random.uniform(0.03, 0.14);
        const double length = random.uniform(0.08, 0.16);
        const double tilt = random.uniform(-0.05, 0.05);
        const double s = sign(side);
        const double radius = random.uniform(0.009, 0.020);
        const BezierStroke plate{{{{s * (lateral - length), v - tilt, radius},
                                   {s * (lateral - length / 3), v, 0},
                                   {s * (lateral + length / 3), v, 0},
                                   {s * (lateral + length), v + tilt, radius * 0.6}}}};
        addTube(vessels, centreLine(plate), TubeProfile::solid, random.uniform(0.05, 0.13), Blend::lighten);
    }
}

void addHilum(Canvas& vessels, const Anatomy& anatomy, Side side) {
    Random random(anatomy.seed, markingStream + std::uint32_t(side));
    const double s = sign(side);
    const double u = s * (side == rightSide ? 0.150 : 0.155) + anatomy.mediastinalShift;
    const double v = anatomy.apex + (side == rightSide ? 0.60 : 0.56) + random.uniform(-0.02, 0.02);
    const BezierStroke artery{{{{u - s * 0.06, v - 0.09, 0.036},
                                {u - s * 0.015, v - 0.04, 0},
                                {u + s * 0.01, v + 0.06, 0},
                                {u + s * 0.02, v + 0.20, 0.012}}}};
    addTube(vessels, centreLine(artery), TubeProfile::solid, 0.17, Blend::lighten);
    VesselTree tree(vessels, random);
    constexpr int branches = 13;
    for (int i = 0; i < branches; ++i) {
        // Fanned out from straight up, over lateral, to straight down (the lower ones wider: blood sinks).
        const double t = -0.95 + 1.9 * (i + random.uniform(-0.35, 0.35)) / (branches - 1);
        const double rise = 2 * t / (1 + t * t);
        const double run = (1 - t * t) / (1 + t * t);
        const double radius = (0.0105 + 0.0065 * std::max(rise, 0.0)) * random.uniform(0.8, 1.2);
        tree.grow({u, v + 0.05 * rise, radius}, s * (0.12 + 0.88 * run), rise, random.uniform(0.13, 0.21), 4);
    }
}

} // namespace

Canvas airInLungs(const Anatomy& anatomy, const Canvas& tissue) {
    Canvas air = Canvas::like(tissue);
    const int size = air.size();
    const std::array<Effusion, 2> effusions{Effusion(anatomy, rightSide), Effusion(anatomy, leftSide)};
    const double pixel = 1 / air.scale();
    std::array<std::vector<double>, 2> diaphragms;
    for (const Side side : bothSides)
        for (int column = 0; column < size; ++column)
            diaphragms[side].push_back(anatomy.diaphragm(side, sign(side) * air.coordinate(column)));
    for (int row = 0; row < size; ++row) {
        const double v = air.coordinate(row);
        const double cage = anatomy.cage(v);
        const double depth =
            anatomy.aeration * anatomy.depth(v) * std::sqrt(std::clamp((v - anatomy.apex) / 0.22, 0.0, 1.0));
        for (int column = 0; column < size; ++column) {
            const double u = air.coordinate(column);
            const double q = u / std::max(cage, pixel);
            if (q * q >= 1 || depth <= 0)
                continue;
            const Side side = u < anatomy.mediastinalShift ? rightSide : leftSide;
            const double lateral = std::abs(u);
            const double shape = std::sqrt(std::sqrt(1 - q * q) * (1 - 0.35 * q * q));
            air.at(column, row) = float(depth * shape * (1 - mediastinalFilling(anatomy, u, v, 1.5 * pixel)) *
                                        aboveDiaphragm(diaphragms[side][std::size_t(column)], v, pixel) *
                                        (1 - effusions[side].filling(lateral, v)));
        }
    }
    return air;
}

void addMarkings(Canvas& tissue, const Canvas& air, const Anatomy& anatomy) {
    Canvas mask = Canvas::like(air);
    Canvas vessels = Canvas::like(air);
    const Texture texture(anatomy.seed ^ 0xA11CE5U);
    for (int row = 0; row < air.size(); ++row)
        for (int column = 0; column < air.size(); ++column) {
            const double depth = double(air.at(column, row)) / anatomy.aeration;
            if (depth <= 0)
                continue;
            mask.at(column, row) = float(std::min(1.0, 1.6 * depth));
            const double u = air.coordinate(column);
            const double v = air.coordinate(row);
            const double grain =
                0.5 * texture.at(u, v, 34) + 0.35 * texture.at(u, v, 75) + 0.6 * texture.at(u, v, 7);
            tissue.at(column, row) += float(0.034 * depth * grain);
        }
    for (const Side side : bothSides)
        addHilum(vessels, anatomy, side);
    addPlates(vessels, anatomy);
    for (int row = 0; row < air.size(); ++row)
        for (int column = 0; column < air.size(); ++column)
            tissue.at(column, row) += vessels.at(column, row) * mask.at(column, row);
}

} // namespace pleurascope::phantom
