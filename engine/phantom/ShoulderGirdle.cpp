// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Random.h"
#include "engine/phantom/Skeleton.h"
#include "engine/phantom/Stroke.h"

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t shoulderStream = 50;

void addClavicle(Canvas& tissue, const Anatomy& anatomy, Side side, Random& random) {
    const double s = sign(side);
    const double inner = anatomy.apex + random.uniform(0.11, 0.17);
    const double outer = anatomy.apex + random.uniform(-0.03, 0.05);
    const BezierStroke clavicle{{{{s * 0.075, inner, 0.029},
                                  {s * 0.28, inner - 0.015, 0},
                                  {s * 0.42, outer - 0.06, 0},
                                  {s * 0.74, outer, 0.020}}}};
    addTube(tissue, centreLine(clavicle), TubeProfile::shell, 0.12);
}

/// The blade's inner border and spine, and the joint with the head of the arm's bone.
void addScapula(Canvas& tissue, const Anatomy& anatomy, Side side, Random& random) {
    const double s = sign(side);
    const double inner = anatomy.cageWidth * random.uniform(0.92, 1.04);
    const double top = anatomy.apex + 0.10;
    const BezierStroke border{{{{s * (inner - 0.06), top, 0.012},
                                {s * (inner - 0.05), top + 0.22, 0},
                                {s * (inner + 0.01), top + 0.42, 0},
                                {s * (inner + 0.07), top + 0.60, 0.014}}}};
    const BezierStroke outer{{{{s * (inner + 0.07), top + 0.60, 0.015},
                               {s * (inner + 0.10), top + 0.42, 0},
                               {s * (inner + 0.14), top + 0.26, 0},
                               {s * 0.82, top + 0.12, 0.020}}}};
    const BezierStroke ridge{{{{s * (inner - 0.05), top + 0.05, 0.010},
                               {s * (inner + 0.05), top + 0.0, 0},
                               {s * 0.74, top - 0.04, 0},
                               {s * 0.86, top - 0.06, 0.026}}}};
    addTube(tissue, centreLine(border), TubeProfile::solid, 0.035);
    addTube(tissue, centreLine(outer), TubeProfile::solid, 0.025);
    addTube(tissue, centreLine(ridge), TubeProfile::solid, 0.04);
}

void addHumerus(Canvas& tissue, const Anatomy& anatomy, Side side) {
    const double s = sign(side);
    const double top = anatomy.apex + 0.17;
    const double foot = anatomy.armsLow ? 0.9 : 0.1;
    const double out = anatomy.armsLow ? 1.06 : 1.3;
    const BezierStroke head{{{{s * 0.875, top, 0.075},
                              {s * 0.88, top + 0.02, 0},
                              {s * 0.89, top + 0.04, 0},
                              {s * 0.905, top + 0.08, 0.062}}}};
    const BezierStroke shaft{{{{s * 0.905, top + 0.08, 0.050},
                               {s * 0.95, top + 0.25, 0},
                               {s * out, 0.1, 0},
                               {s * (out + 0.03), foot, 0.034}}}};
    addTube(tissue, centreLine(head, 8), TubeProfile::solid, 0.07);
    addTube(tissue, centreLine(shaft), TubeProfile::shell, 0.14);
}

} // namespace

void addShoulderGirdle(Canvas& tissue, const Anatomy& anatomy) {
    Random random(anatomy.seed, shoulderStream);
    for (const Side side : bothSides) {
        addClavicle(tissue, anatomy, side, random);
        addScapula(tissue, anatomy, side, random);
        addHumerus(tissue, anatomy, side);
    }
}

} // namespace pleurascope::phantom
