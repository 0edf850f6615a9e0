// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ToolCursor.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace pleurascope::ui::review {

namespace {

constexpr int side = 24;

QPainterPath shapeOf(FilmTool tool) {
    QPainterPath path;
    if (tool == FilmTool::zoom) {
        path.addEllipse(QPointF(10, 10), 6, 6);
        path.moveTo(14.5, 14.5);
        path.lineTo(20, 20);
    } else {
        path.addEllipse(QPointF(12, 12), 7, 7);
    }
    return path;
}

QCursor drawn(FilmTool tool) {
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath path = shapeOf(tool);
    painter.strokePath(path, QPen(Qt::black, 4, Qt::SolidLine, Qt::RoundCap));
    painter.strokePath(path, QPen(Qt::white, 2, Qt::SolidLine, Qt::RoundCap));
    if (tool == FilmTool::window) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawPie(QRectF(5, 5, 14, 14), -90 * 16, 180 * 16);
    }
    painter.end();
    const int hot = tool == FilmTool::zoom ? 10 : side / 2;
    return QCursor(pixmap, hot, hot);
}

} // namespace

QCursor toolCursor(FilmTool tool) {
    return tool == FilmTool::pan ? QCursor(Qt::OpenHandCursor) : drawn(tool);
}

} // namespace pleurascope::ui::review
