// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/CurveModel.h"

#include <QPen>

class QCustomPlot;

namespace pleurascope::ui::train {

/// How charts are drawn, in one place, from the theme's tokens: training 1.25 px grey, validation 2 px
/// accent, horizontal grid alone, no frame.
class ChartStyle {
public:
    [[nodiscard]] static QPen curvePen(Side side);
    [[nodiscard]] static QPen bestEpochPen();
    /// Grounds, grid and ticks; call again when the theme changes.
    static void apply(QCustomPlot& plot);
};

} // namespace pleurascope::ui::train
