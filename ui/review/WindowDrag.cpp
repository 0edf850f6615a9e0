// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/WindowDrag.h"

#include <algorithm>
#include <utility>

namespace pleurascope::ui::review {

namespace {
double factorOf(WindowDrag::Speed speed) {
    switch (speed) {
    case WindowDrag::Speed::fine:
        return 0.2;
    case WindowDrag::Speed::coarse:
        return 4;
    case WindowDrag::Speed::normal:
        break;
    }
    return 1;
}
} // namespace

WindowDrag::WindowDrag(imaging::Window start, imaging::ValueRange range, bool darkIsHigh)
    : m_window(std::move(start))
    , m_range(range)
    , m_darkIsHigh(darkIsHigh) {
    m_window.explanation.clear(); // no longer the file's
}

void WindowDrag::moveBy(QPointF delta, Speed speed) {
    const double span = std::max(m_range.high - m_range.low, 1e-6);
    const double step = span / pixelsForRange * factorOf(speed);
    // PS3.3 C.11.2.1.2: LINEAR wants a width of at least 1; rescaled values may span less than that.
    const double narrowest = std::min(1.0, span / 1000);
    m_window.width = std::clamp(m_window.width + delta.x() * step, narrowest, span * 4);
    const double shift = m_darkIsHigh ? -delta.y() : delta.y();
    m_window.centre = std::clamp(m_window.centre + shift * step, m_range.low - span, m_range.high + span);
}

} // namespace pleurascope::ui::review
