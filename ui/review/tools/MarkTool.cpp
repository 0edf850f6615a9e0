// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tools/MarkTool.h"

#include "ui/review/FilmView.h"
#include "ui/review/tools/ToolCursor.h"

#include <QLineF>

namespace pleurascope::ui::review {

namespace {

constexpr double click = 4;        ///< logical pixels that a click may tremble
constexpr double freehandStep = 2; ///< between two points

} // namespace

QCursor MarkTool::cursor(bool) const {
    return toolCursor(CursorShape::cross);
}

void MarkTool::begin(const FilmView& view, const Pointer& pointer) {
    m_mark.emplace();
    m_mark->uid = Mark::newUid();
    m_mark->kind = m_kind.words().id;
    m_mark->frame = view.film().frame;
    m_mark->reader = view.reader();
    m_mark->points << pointer.film;
}

void MarkTool::press(FilmView& view, const Pointer& pointer) {
    m_pressed = m_lastPlace = pointer.position;
    if (!m_mark)
        begin(view, pointer);
    else
        setLast(view, pointer.film);
    if (m_kind.pointCount() == 1)
        complete(view);
    else if (m_mark->points.size() == 1)
        m_mark->points << pointer.film;
}

void MarkTool::setLast(FilmView& view, QPointF film) {
    m_mark->points.last() = film;
    view.marks().move(*m_mark);
}

void MarkTool::drag(FilmView& view, const Pointer& pointer) {
    if (!m_mark)
        return;
    if (m_kind.isFreehand() && QLineF(m_lastPlace, pointer.position).length() >= freehandStep) {
        m_mark->points << pointer.film;
        m_lastPlace = pointer.position;
    }
    const bool beginsStroke = m_kind.isStrokes() && m_mark->points.size() % 2 == 1;
    if (beginsStroke && QLineF(m_pressed, pointer.position).length() >= click)
        m_mark->points << pointer.film;
    setLast(view, pointer.film);
}

void MarkTool::release(FilmView& view, const Pointer& pointer) {
    if (!m_mark)
        return;
    const bool clicked = QLineF(m_pressed, pointer.position).length() < click;
    if (m_kind.isFreehand())
        complete(view);
    else if (!clicked || m_mark->points.size() > 2 || m_mark->points.first() != m_mark->points.last())
        fixPoint(view);
}

void MarkTool::hover(FilmView& view, const Pointer& pointer) {
    if (m_mark)
        setLast(view, pointer.film);
}

void MarkTool::fixPoint(FilmView& view) {
    if (m_mark->points.size() == m_kind.pointCount())
        complete(view);
    else
        m_mark->points << m_mark->points.last();
}

bool MarkTool::finish(FilmView& view) {
    if (!m_mark || m_kind.pointCount() != 0)
        return false;
    QPolygonF& points = m_mark->points; // a double click has set its place more than once
    while (points.size() > 1 && points.last() == points[points.size() - 2])
        points.removeLast();
    complete(view);
    return true;
}

bool MarkTool::cancel(FilmView& view) {
    if (!m_mark)
        return false;
    const QString uid = m_mark->uid;
    m_mark.reset();
    view.dropMoving(uid);
    return true;
}

/// Shorter than a click can tremble on the screen: nobody meant it.
bool MarkTool::isTooSmall(const FilmView& view) const {
    if (m_mark->points.size() < m_kind.fewestPoints())
        return true;
    const QRectF box = view.filmToLogical().map(m_mark->points).boundingRect();
    return m_kind.pointCount() != 1 && box.width() < click && box.height() < click;
}

void MarkTool::complete(FilmView& view) {
    if (isTooSmall(view)) {
        cancel(view);
        return;
    }
    m_mark->points = m_kind.completed(m_mark->points);
    const Mark mark = *m_mark;
    m_mark.reset();
    view.dropMoving(mark.uid);
    view.addMark(mark);
}

} // namespace pleurascope::ui::review
