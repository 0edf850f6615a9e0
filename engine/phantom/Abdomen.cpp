// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Abdomen.h"

#include "engine/phantom/Random.h"
#include "engine/phantom/Texture.h"

#include <cmath>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t gasStream = 70;

struct Bubble {
    double u = 0;
    double v = 0;
    double halfWidth = 0;
    double halfHeight = 0;
    double depth = 0;
    double floor = 1; ///< fluid level: nothing below it, in half heights from the middle
};

void takeOut(Canvas& tissue, const Bubble& bubble, const Texture& texture) {
    for (int row = 0; row < tissue.size(); ++row) {
        const double y = (tissue.coordinate(row) - bubble.v) / bubble.halfHeight;
        if (y < -1.3 || y > bubble.floor)
            continue;
        for (int column = 0; column < tissue.size(); ++column) {
            const double x = (tissue.coordinate(column) - bubble.u) / bubble.halfWidth;
            const double uneven = 1 + 0.22 * texture.at(tissue.coordinate(column), tissue.coordinate(row), 9);
            const double r = (x * x + y * y) * uneven;
            if (r < 1)
                tissue.at(column, row) -= float(bubble.depth * std::sqrt(1 - r));
        }
    }
}

} // namespace

void addGas(Canvas& tissue, const Anatomy& anatomy) {
    Random random(anatomy.seed, gasStream);
    const Texture texture(anatomy.seed ^ 0xB0B0U);
    const double dome = anatomy.diaphragm(leftSide, 0.36);
    if (random.chance(0.75)) {
        const double height = random.uniform(0.05, 0.10);
        takeOut(tissue,
                {random.uniform(0.28, 0.42), dome + 0.04 + height, random.uniform(0.10, 0.19), height,
                 random.uniform(0.12, 0.30), random.chance(0.4) ? random.uniform(0.1, 0.6) : 1.0},
                texture);
    }
    const int loops = random.index(5);
    for (int i = 0; i < loops; ++i)
        takeOut(tissue,
                {random.uniform(-0.5, 0.55), random.uniform(dome + 0.28, 1.0), random.uniform(0.04, 0.09),
                 random.uniform(0.03, 0.06), random.uniform(0.05, 0.16), 1.0},
                texture);
}

} // namespace pleurascope::phantom
