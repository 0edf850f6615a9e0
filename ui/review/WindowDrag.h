// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "engine/imaging/GreyScale.h"

#include <QPointF>

namespace pleurascope::ui::review {

/// One drag of the window tool: to the right widens, up brightens. A way of `pixelsForRange` logical pixels
/// changes by the film's whole range of values, so the hand learns one speed for 8 and for 16 bits.
class WindowDrag {
public:
    enum class Speed { normal, fine, coarse };
    static constexpr double pixelsForRange = 800;

    /// `darkIsHigh`: larger values are shown darker (MONOCHROME1, or inverted on screen), so up must raise
    /// the centre.
    WindowDrag(imaging::Window start, imaging::ValueRange range, bool darkIsHigh);

    /// Moves by what the pointer moved since the last call; the speed may change on the way.
    void moveBy(QPointF delta, Speed speed);
    [[nodiscard]] const imaging::Window& window() const { return m_window; }

private:
    imaging::Window m_window;
    imaging::ValueRange m_range;
    bool m_darkIsHigh;
};

} // namespace pleurascope::ui::review
