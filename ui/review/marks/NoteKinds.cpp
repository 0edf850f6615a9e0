// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/NoteKinds.h"

#include <QLineF>

namespace pleurascope::ui::review {

ToolWords ArrowKind::words() const {
    return {QStringLiteral("arrow"), tr("Arrow"), tr("Arrow: drag from what it points at to its tail"),
            QStringLiteral("arrow"), Qt::Key_U,   QStringLiteral("note")};
}

QPainterPath ArrowKind::path(const QPolygonF& points) const {
    QPainterPath path;
    if (points.size() < 2)
        return path;
    const QLineF shaft(points[0], points[1]);
    path.moveTo(shaft.p1());
    path.lineTo(shaft.p2());
    for (const double side : {25.0, -25.0}) {
        QLineF barb = shaft;
        barb.setLength(shaft.length() * 0.25);
        barb.setAngle(shaft.angle() + side);
        path.moveTo(barb.p1());
        path.lineTo(barb.p2());
    }
    return path;
}

ToolWords TextKind::words() const {
    return {QStringLiteral("text"),
            tr("Text"),
            tr("Text: click where it belongs, and type"),
            QStringLiteral("text"),
            Qt::SHIFT | Qt::Key_T,
            QStringLiteral("note")};
}

QString TextKind::askedWords() const {
    return tr("Text");
}

QPainterPath TextKind::path(const QPolygonF&) const {
    return {}; // a handle shows the place where the text is chosen
}

QStringList TextKind::label(const Mark& mark, const MeasuredFilm&) const {
    return mark.words.isEmpty() ? QStringList() : QStringList(mark.words);
}

} // namespace pleurascope::ui::review
