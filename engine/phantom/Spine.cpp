// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Curve.h"
#include "engine/phantom/Random.h"
#include "engine/phantom/Skeleton.h"
#include "engine/phantom/Stroke.h"

#include <cmath>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t spineStream = 60;

/// Where the spine's middle lies: a slight curve to one side.
struct SpineCourse {
    double bow = 0;
    [[nodiscard]] double middle(double v) const { return bow * (1 - v * v); }
};

struct Vertebra {
    double v = 0; ///< of its middle
    double height = 0;
    double halfWidth = 0;
};

double bodyDensity(const Vertebra& body, double x, double y) {
    const double across = std::abs(x) / body.halfWidth;
    const double along = std::abs(y) / (body.height / 2);
    if (across >= 1 || along >= 1)
        return 0;
    const double corner = smoothStep(0.0, 0.35, 1 - across) * smoothStep(0.0, 0.22, 1 - along);
    const double rind = 0.22 * smoothStep(0.55, 0.90, along) + 0.12 * smoothStep(0.60, 0.85, across);
    return corner * (0.16 + 0.10 * std::sqrt(1 - across * across) + rind);
}

double halfWidthAt(double v) {
    return 0.070 + 0.032 * smoothStep(-1.0, 1.0, v);
}

/// Discs, canal and muscles: what is dense between the bodies too.
void addColumn(Canvas& tissue, const SpineCourse& course, double density) {
    for (int row = 0; row < tissue.size(); ++row) {
        const double v = tissue.coordinate(row);
        const double halfWidth = 1.12 * halfWidthAt(v);
        for (int column = 0; column < tissue.size(); ++column) {
            const double q = (tissue.coordinate(column) - course.middle(v)) / halfWidth;
            if (q * q < 1)
                tissue.at(column, row) += float(density * 0.70 * (1 - q * q) * (1 - q * q));
        }
    }
}

void addBody(Canvas& tissue, const SpineCourse& course, const Vertebra& body, double density) {
    for (int row = 0; row < tissue.size(); ++row) {
        const double y = tissue.coordinate(row) - body.v;
        if (std::abs(y) > body.height / 2)
            continue;
        const double middle = course.middle(tissue.coordinate(row));
        for (int column = 0; column < tissue.size(); ++column) {
            const double x = tissue.coordinate(column) - middle;
            if (std::abs(x) < body.halfWidth)
                tissue.at(column, row) += float(density * bodyDensity(body, x, y));
        }
    }
}

void addProcesses(Canvas& tissue, const SpineCourse& course, const Vertebra& body, double density) {
    const double middle = course.middle(body.v);
    const double r = body.halfWidth;
    for (const double s : {-1.0, 1.0}) {
        const double u = middle + s * 0.62 * r;
        const double v = body.v - 0.12 * body.height;
        addTube(tissue, {{u, v - 0.15 * body.height, 0.19 * r}, {u, v + 0.10 * body.height, 0.19 * r}},
                TubeProfile::shell, density * 0.30);
    }
    addTube(
        tissue,
        {{middle, body.v + 0.10 * body.height, 0.10 * r}, {middle, body.v + 0.52 * body.height, 0.17 * r}},
        TubeProfile::shell, density * 0.35);
}

} // namespace

void addSpine(Canvas& tissue, const Anatomy& anatomy) {
    Random random(anatomy.seed, spineStream);
    const SpineCourse course{random.uniform(-0.018, 0.018)};
    const double density = random.uniform(0.15, 0.23);
    addColumn(tissue, course, density);
    double v = -1.16;
    for (int i = 0; v < 1.2; ++i) {
        const double grown = smoothStep(-1.0, 1.0, v);
        const Vertebra body{v, 0.082 + 0.058 * grown, halfWidthAt(v)};
        addBody(tissue, course, body, density);
        addProcesses(tissue, course, body, density);
        v += body.height * 1.17;
    }
}

} // namespace pleurascope::phantom
