// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Mediastinum.h"

#include "engine/phantom/Curve.h"
#include "engine/phantom/Stroke.h"

#include <cmath>

namespace pleurascope::phantom {

double mediastinalFilling(const Anatomy& anatomy, double u, double v, double pixel) {
    const double x = u - anatomy.mediastinalShift * smoothStep(-1.0, -0.5, v);
    const double right = anatomy.mediastinum(rightSide, v);
    const double left = anatomy.mediastinum(leftSide, v);
    const double halfWidth = (right + left) / 2;
    const double q = (x - (left - right) / 2) / halfWidth;
    const double inside = smoothStep(-pixel, 2 * pixel, halfWidth * (1 - std::abs(q)));
    const double chord = q * q < 1 ? std::sqrt(1 - q * q) : 0;
    return inside * (0.50 + 0.50 * chord);
}

void addAirways(Canvas& tissue, const Anatomy& anatomy) {
    const double shift = anatomy.mediastinalShift;
    const double carina = anatomy.apex + 0.46;
    const double middle = 0.012 + shift;
    const BezierStroke trachea{{{{0.0, -1.15, 0.040},
                                 {0.002, -0.85, 0},
                                 {middle + 0.006, carina - 0.2, 0},
                                 {middle, carina, 0.042}}}};
    Canvas airway = Canvas::like(tissue);
    addTube(airway, centreLine(trachea), TubeProfile::solid, 0.25, Blend::lighten);
    const BezierStroke rightMain{{{{middle, carina - 0.01, 0.032},
                                   {middle - 0.03, carina + 0.03, 0},
                                   {middle - 0.09, carina + 0.09, 0},
                                   {middle - 0.15, carina + 0.15, 0.020}}}};
    const BezierStroke leftMain{{{{middle, carina - 0.01, 0.030},
                                  {middle + 0.05, carina + 0.03, 0},
                                  {middle + 0.10, carina + 0.065, 0},
                                  {middle + 0.155, carina + 0.095, 0.018}}}};
    addTube(airway, centreLine(rightMain), TubeProfile::solid, 0.15, Blend::lighten);
    addTube(airway, centreLine(leftMain), TubeProfile::solid, 0.13, Blend::lighten);
    for (int row = 0; row < tissue.size(); ++row)
        for (int column = 0; column < tissue.size(); ++column)
            tissue.at(column, row) -= airway.at(column, row);
    // The arch turns backwards here and is seen end on.
    const BezierStroke knob{{{{0.095 + shift, -0.455, 0.07},
                              {0.10 + shift, -0.45, 0},
                              {0.10 + shift, -0.445, 0},
                              {0.10 + shift, -0.44, 0.07}}}};
    addTube(tissue, centreLine(knob, 4), TubeProfile::solid, 0.07);
}

} // namespace pleurascope::phantom
