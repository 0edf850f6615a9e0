// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Random.h"
#include "engine/phantom/Skeleton.h"
#include "engine/phantom/Stroke.h"

#include <algorithm>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t ribStream = 40;
constexpr int ribCount = 10;

struct RibMeasures {
    double start = 0; ///< v beside the spine
    double drop = 0;  ///< fall from there to the side
    double radius = 0;
};

void addRib(Canvas& tissue, const Anatomy& anatomy, Side side, const RibMeasures& rib) {
    const double s = sign(side);
    const double sideV = rib.start + rib.drop;
    const double reach = anatomy.cage(sideV) + 0.006;
    const double radius = rib.radius;
    const BezierStroke back{{{{s * 0.075, rib.start + 0.01, radius * 0.85},
                              {s * (0.075 + 0.45 * reach), rib.start - 0.06 - 0.10 * rib.drop, 0},
                              {s * (reach + 0.005), rib.start + 0.22 * rib.drop, 0},
                              {s * reach, sideV, radius * 0.85}}}};
    const double front = std::max(0.06, 0.27 - 0.22 * std::max(rib.start, 0.0));
    const BezierStroke anterior{{{{s * reach, sideV, radius * 0.92},
                                  {s * (reach + 0.004), sideV + 0.30 * front, 0},
                                  {s * reach * 0.86, sideV + 0.72 * front, 0},
                                  {s * reach * 0.52, sideV + front, radius * 1.15}}}};
    addTube(tissue, centreLine(back), TubeProfile::shell, 0.105);
    addTube(tissue, centreLine(anterior), TubeProfile::shell, rib.start < 0.1 ? 0.048 : 0.030);
}

} // namespace

void addRibs(Canvas& tissue, const Anatomy& anatomy) {
    Random random(anatomy.seed, ribStream);
    const double spacing = random.uniform(0.112, 0.128);
    const double slope = random.uniform(0.85, 1.2);
    const double thickness = random.uniform(0.022, 0.027);
    for (int i = 0; i < ribCount; ++i) {
        const double lower = double(i) / (ribCount - 1);
        for (const Side side : bothSides) {
            const RibMeasures rib{anatomy.apex + 0.03 + i * spacing + random.uniform(-0.006, 0.006),
                                  slope * (0.10 + 0.24 * std::min(1.0, lower * 1.6)),
                                  thickness * (0.85 + 0.2 * std::min(1.0, lower * 2))};
            addRib(tissue, anatomy, side, rib);
        }
    }
}

} // namespace pleurascope::phantom
