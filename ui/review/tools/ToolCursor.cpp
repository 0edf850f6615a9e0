// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tools/ToolCursor.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace pleurascope::ui::review {

namespace {

constexpr int side = 24;

QPainterPath pathOf(CursorShape shape) {
    QPainterPath path;
    switch (shape) {
    case CursorShape::lens:
        path.addEllipse(QPointF(10, 10), 6, 6);
        path.moveTo(14.5, 14.5);
        path.lineTo(20, 20);
        break;
    case CursorShape::halfDisc:
        path.addEllipse(QPointF(12, 12), 7, 7);
        break;
    case CursorShape::cross:
        for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
            path.moveTo(QPointF(12, 12) + way * 3.5);
            path.lineTo(QPointF(12, 12) + way * 10);
        }
        break;
    }
    return path;
}

} // namespace

QCursor toolCursor(CursorShape shape) {
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath path = pathOf(shape);
    const bool thin = shape == CursorShape::cross;
    painter.strokePath(path, QPen(Qt::black, thin ? 3 : 4, Qt::SolidLine, Qt::RoundCap));
    painter.strokePath(path, QPen(Qt::white, thin ? 1 : 2, Qt::SolidLine, Qt::RoundCap));
    if (shape == CursorShape::halfDisc) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawPie(QRectF(5, 5, 14, 14), -90 * 16, 180 * 16);
    }
    painter.end();
    const int hot = shape == CursorShape::lens ? 10 : side / 2;
    return QCursor(pixmap, hot, hot);
}

} // namespace pleurascope::ui::review
