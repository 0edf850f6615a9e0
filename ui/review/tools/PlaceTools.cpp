// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tools/PlaceTools.h"

#include "ui/review/FilmView.h"
#include "ui/review/tools/ToolCursor.h"

#include <cmath>

namespace pleurascope::ui::review {

namespace {
constexpr double zoomPerPixel = 1.01;
}

ToolWords PanTool::words() const {
    return {toolId::pan, tr("Pan"), tr("Pan: move the film"), QStringLiteral("pan"), Qt::SHIFT | Qt::Key_P};
}

QCursor PanTool::cursor(bool pressed) const {
    return pressed ? Qt::ClosedHandCursor : Qt::OpenHandCursor;
}

void PanTool::press(FilmView& view, const Pointer& pointer) {
    m_before = view.state();
    m_last = pointer.position;
}

void PanTool::drag(FilmView& view, const Pointer& pointer) {
    ViewGeometry geometry = view.viewGeometry();
    geometry.panBy((pointer.position - m_last) * view.devicePixelRatioF());
    m_last = pointer.position;
    view.setGeometryOfFilm(geometry);
}

void PanTool::release(FilmView& view, const Pointer&) {
    view.keepChange(m_before, tr("Pan"));
}

ToolWords ZoomTool::words() const {
    return {toolId::zoom, tr("Zoom"), tr("Zoom: drag up to enlarge, down to reduce"), QStringLiteral("zoom"),
            Qt::SHIFT | Qt::Key_Z};
}

QCursor ZoomTool::cursor(bool) const {
    return toolCursor(CursorShape::lens);
}

void ZoomTool::press(FilmView& view, const Pointer& pointer) {
    m_before = view.state();
    m_start = m_last = pointer.position;
}

void ZoomTool::drag(FilmView& view, const Pointer& pointer) {
    ViewGeometry geometry = view.viewGeometry();
    geometry.zoomAt(std::pow(zoomPerPixel, m_last.y() - pointer.position.y()),
                    m_start * view.devicePixelRatioF());
    m_last = pointer.position;
    view.setGeometryOfFilm(geometry);
}

void ZoomTool::release(FilmView& view, const Pointer&) {
    view.keepChange(m_before, tr("Zoom"));
}

} // namespace pleurascope::ui::review
