// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Body.h"

#include "engine/phantom/Curve.h"
#include "engine/phantom/Random.h"
#include "engine/phantom/Stroke.h"
#include "engine/phantom/Texture.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t bodyStream = 10;

void addTrunk(Canvas& tissue, const Anatomy& anatomy) {
    const Texture texture(anatomy.seed ^ 0x51ED27U);
    for (int row = 0; row < tissue.size(); ++row) {
        const double v = tissue.coordinate(row);
        const double skin = anatomy.skin(v);
        const double depth = anatomy.depth(v);
        for (int column = 0; column < tissue.size(); ++column) {
            const double u = tissue.coordinate(column);
            const double q = u / skin;
            if (q * q >= 1)
                continue;
            const double uneven = 1 + 0.02 * texture.at(u, v, 4) + 0.012 * texture.at(u, v, 11);
            tissue.at(column, row) = float(depth * std::sqrt(1 - q * q) * uneven);
        }
    }
}

/// Arms hang beside the trunk, or are turned out of the picture; where they overlap the trunk, depths add in
/// part.
void addArms(Canvas& tissue, const Anatomy& anatomy) {
    Random random(anatomy.seed, bodyStream);
    const double away = random.uniform(0.98, 1.12);
    Canvas arms = Canvas::like(tissue);
    for (const Side side : bothSides) {
        const double s = sign(side);
        const double foot = anatomy.armsLow ? random.uniform(0.6, 1.3) : random.uniform(-0.05, 0.15);
        const double out = anatomy.armsLow ? away : 1.35;
        const BezierStroke arm{{{{s * 0.84, -0.52, 0.15},
                                 {s * 0.93, -0.35, 0},
                                 {s * out, 0.0, 0},
                                 {s * (out + 0.05), foot, 0.13}}}};
        addTube(arms, centreLine(arm), TubeProfile::solid, 0.42);
    }
    for (int row = 0; row < tissue.size(); ++row)
        for (int column = 0; column < tissue.size(); ++column) {
            const float arm = arms.at(column, row);
            float& body = tissue.at(column, row);
            body = std::max(arm, body) + 0.25F * std::min(arm, body);
        }
}

void addBreasts(Canvas& tissue, const Anatomy& anatomy) {
    if (anatomy.breast <= 0)
        return;
    Random random(anatomy.seed, bodyStream + 1);
    const double low = random.uniform(0.10, 0.26);
    const double width = random.uniform(0.30, 0.36);
    for (const Side side : bothSides) {
        const double middle = sign(side) * anatomy.cageWidth * random.uniform(0.66, 0.74);
        for (int row = 0; row < tissue.size(); ++row)
            for (int column = 0; column < tissue.size(); ++column) {
                const double x = (tissue.coordinate(column) - middle) / width;
                const double y = (tissue.coordinate(row) - low) / (width * 0.95);
                const double r = x * x + y * y;
                if (r < 1 && tissue.at(column, row) > 0)
                    tissue.at(column, row) +=
                        float(anatomy.breast * std::sqrt(1 - r) * smoothStep(-1.0, 0.5, y));
            }
    }
}

} // namespace

void addBody(Canvas& tissue, const Anatomy& anatomy) {
    addTrunk(tissue, anatomy);
    addArms(tissue, anatomy);
    addBreasts(tissue, anatomy);
}

} // namespace pleurascope::phantom
