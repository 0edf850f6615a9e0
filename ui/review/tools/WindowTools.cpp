// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tools/WindowTools.h"

#include "engine/imaging/RegionStatistics.h"
#include "ui/review/FilmView.h"
#include "ui/review/tools/ToolCursor.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

namespace pleurascope::ui::review {

namespace {

WindowDrag::Speed speedFor(Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ControlModifier)
        return WindowDrag::Speed::fine;
    return modifiers & Qt::ShiftModifier ? WindowDrag::Speed::coarse : WindowDrag::Speed::normal;
}

} // namespace

ToolWords WindowTool::words() const {
    return {toolId::window,
            tr("Window"),
            tr("Window: drag right to widen, up to brighten; Ctrl fine, Shift coarse"),
            QStringLiteral("window"),
            Qt::Key_W,
            QStringLiteral("window")};
}

QCursor WindowTool::cursor(bool) const {
    return toolCursor(CursorShape::halfDisc);
}

void WindowTool::press(FilmView& view, const Pointer& pointer) {
    const LoadedFilm& film = view.film();
    if (!film.film->image.isGrey())
        return;
    const bool darkIsHigh = film.film->image.display.inverted != view.display().inverted;
    m_drag.emplace(view.display().window, film.range, darkIsHigh);
    m_before = view.state();
    m_last = pointer.position;
}

void WindowTool::drag(FilmView& view, const Pointer& pointer) {
    if (!m_drag)
        return;
    m_drag->moveBy(pointer.position - m_last, speedFor(pointer.modifiers));
    m_last = pointer.position;
    view.setDisplay(view.display().by(m_drag->window()));
}

void WindowTool::release(FilmView& view, const Pointer&) {
    if (m_drag)
        view.keepChange(m_before, tr("Window"));
    m_drag.reset();
}

bool WindowTool::cancel(FilmView& view) {
    if (!m_drag)
        return false;
    m_drag.reset();
    view.setState(m_before);
    return true;
}

ToolWords RegionWindowTool::words() const {
    return {QStringLiteral("region-window"),
            tr("Window of a region"),
            tr("Window of a region: drag a rectangle over what you want to see best"),
            QStringLiteral("region-window"),
            Qt::SHIFT | Qt::Key_W,
            QStringLiteral("window")};
}

QCursor RegionWindowTool::cursor(bool) const {
    return toolCursor(CursorShape::cross);
}

void RegionWindowTool::press(FilmView& view, const Pointer& pointer) {
    if (view.film().film->image.isGrey())
        m_region = Region{pointer.film, pointer.film};
}

void RegionWindowTool::drag(FilmView& view, const Pointer& pointer) {
    if (!m_region)
        return;
    m_region->to = pointer.film;
    view.update();
}

void RegionWindowTool::release(FilmView& view, const Pointer&) {
    if (!m_region)
        return;
    const auto window =
        imaging::windowWithin(view.film().film->image, filmPoint(m_region->from), filmPoint(m_region->to));
    m_region.reset();
    view.update();
    if (!window)
        return;
    view.change(tr("Window of a region"), [&] { view.setDisplay(view.display().by(*window)); });
}

bool RegionWindowTool::cancel(FilmView& view) {
    if (!m_region)
        return false;
    m_region.reset();
    view.update();
    return true;
}

void RegionWindowTool::paint(QPainter& painter, const FilmView& view) const {
    if (!m_region)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(widgets::Theme::current().onFilm(widgets::Token::accent), widgets::px(1), Qt::DashLine));
    const QTransform filmToView = view.filmToLogical();
    painter.drawRect(QRectF(filmToView.map(m_region->from), filmToView.map(m_region->to)).normalized());
}

} // namespace pleurascope::ui::review
