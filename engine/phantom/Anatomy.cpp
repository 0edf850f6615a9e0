// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Anatomy.h"

#include "engine/phantom/Curve.h"
#include "engine/phantom/Random.h"

#include <algorithm>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t anatomyStream = 1;
constexpr double base = 0.45; // v where the ribs are as wide as they get

/// Lateral edges of the mediastinum by height: SVC and right atrium; aortic knob, pulmonary trunk and left
/// ventricle.
const Curve rightEdge{{{-1.0, 0.09},
                       {-0.75, 0.10},
                       {-0.50, 0.115},
                       {-0.25, 0.12},
                       {-0.10, 0.14},
                       {0.05, 0.185},
                       {0.18, 0.205},
                       {0.30, 0.18},
                       {0.42, 0.14}}};
const Curve leftEdge{{{-1.0, 0.08},
                      {-0.72, 0.09},
                      {-0.56, 0.11},
                      {-0.48, 0.165},
                      {-0.42, 0.175},
                      {-0.34, 0.135},
                      {-0.26, 0.155},
                      {-0.16, 0.18},
                      {-0.04, 0.24},
                      {0.07, 0.31},
                      {0.15, 0.355},
                      {0.21, 0.37},
                      {0.27, 0.36},
                      {0.34, 0.335},
                      {0.42, 0.29},
                      {0.52, 0.22}}};

/// Half width inside the ribs, as part of the widest, from the apex (0) down to the base (1).
const Curve cageShape{{{0.0, 0.0},
                       {0.012, 0.16},
                       {0.05, 0.33},
                       {0.12, 0.50},
                       {0.22, 0.65},
                       {0.38, 0.80},
                       {0.58, 0.91},
                       {0.80, 0.98},
                       {1.0, 1.0},
                       {1.3, 0.97}}};
/// Half width of neck and shoulders by height, for a mean apex.
const Curve shoulders{{{-1.0, 0.25},
                       {-0.90, 0.265},
                       {-0.83, 0.33},
                       {-0.77, 0.50},
                       {-0.70, 0.74},
                       {-0.60, 0.93},
                       {-0.50, 0.99},
                       {-0.38, 0.96},
                       {-0.26, 0.88},
                       {-0.14, 0.82},
                       {0.0, 0.80}}};
/// Depth of the trunk in the middle by height.
const Curve trunkDepth{
    {{-1.0, 0.50}, {-0.82, 0.56}, {-0.65, 0.74}, {-0.40, 0.88}, {0.0, 1.0}, {0.5, 1.06}, {1.0, 1.02}}};
/// How far the diaphragm falls, of the way from its dome to the costophrenic angle, from the heart (0)
/// outwards (1).
const Curve domeShape{{{0.0, 0.10},
                       {0.18, 0.02},
                       {0.36, 0.0},
                       {0.55, 0.08},
                       {0.72, 0.26},
                       {0.86, 0.52},
                       {0.95, 0.78},
                       {1.0, 1.0}}};

} // namespace

Anatomy::Anatomy(const PhantomSpec& spec)
    : seed(spec.seed) {
    Random random(seed, anatomyStream);
    apex = random.uniform(-0.79, -0.69);
    cageWidth = random.uniform(0.645, 0.745);
    wall = random.uniform(0.045, 0.10);
    heartSize = random.uniform(0.86, 1.20);
    aeration = random.uniform(0.60, 0.70);
    armsLow = random.chance(0.75);
    breast = random.chance(0.45) ? random.uniform(0.06, 0.20) : 0;
    drawLungs(spec);
}

void Anatomy::drawLungs(const PhantomSpec& spec) {
    Random random(seed, anatomyStream + 1);
    const double inspiration = random.uniform(0.17, 0.37);
    const double angleDepth = random.uniform(0.13, 0.22);
    lungs[rightSide].dome = inspiration;
    lungs[leftSide].dome = inspiration + random.uniform(0.02, 0.09);
    lungs[rightSide].fluid = std::clamp(spec.rightAmount, 0.0, 1.0);
    lungs[leftSide].fluid = std::clamp(spec.leftAmount, 0.0, 1.0);
    for (const Side side : bothSides)
        lungs[side].angle = lungs[side].dome + angleDepth * random.uniform(0.9, 1.1);
    // A massive effusion pushes the mediastinum to the other side (u grows towards the patient's left).
    const auto push = [&](Side side) { return 0.15 * smoothStep(0.6, 1.0, lungs[side].fluid); };
    mediastinalShift = push(rightSide) - push(leftSide) + random.uniform(-0.012, 0.012);
}

double Anatomy::cage(double v) const {
    return cageWidth * cageShape((v - apex) / (base - apex));
}

double Anatomy::skin(double v) const {
    const double underArms = smoothStep(-0.32, -0.02, v);
    return shoulders(v - apex - 0.68) * (1 - underArms) + (cage(v) + wall) * underArms;
}

double Anatomy::depth(double v) const {
    return trunkDepth(v);
}

double Anatomy::acrossLung(Side side, double lateral) const {
    const double inner = 0.11;
    const double outer = cage(lungs[side].angle);
    return std::clamp((lateral - inner) / (outer - inner), 0.0, 1.0);
}

double Anatomy::diaphragm(Side side, double lateral) const {
    const LungMeasures& lung = lungs[side];
    return lung.dome + (lung.angle - lung.dome) * domeShape(acrossLung(side, lateral));
}

double Anatomy::mediastinum(Side side, double v) const {
    const double edge = (side == rightSide ? rightEdge : leftEdge)(v);
    // The heart grows with its size; the vessels above it stay.
    return edge * (1 + (heartSize - 1) * smoothStep(-0.25, 0.0, v));
}

} // namespace pleurascope::phantom
