// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ShutterPath.h"

#include <QPolygonF>

namespace pleurascope::ui::review {

namespace {

QPainterPath pathOf(const QRectF& rectangle) {
    QPainterPath path;
    path.addRect(rectangle);
    return path;
}

QPainterPath pathOf(const imaging::Shutter::Circle& circle, double pixelAspect) {
    QPainterPath path;
    path.addEllipse(QPointF(circle.column + 0.5, circle.row + 0.5), circle.radius,
                    circle.radius / pixelAspect);
    return path;
}

QPainterPath pathOf(const std::vector<imaging::Shutter::Point>& points) {
    QPolygonF polygon;
    for (const auto& point : points)
        polygon << QPointF(point.column + 0.5, point.row + 0.5);
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

/// Runs of set bits as rectangles.
QPainterPath pathOf(const imaging::Overlay& overlay) {
    QPainterPath path;
    for (int row = 0; row < overlay.rows; ++row)
        for (int column = 0; column < overlay.columns; ++column) {
            const int first = column;
            while (column < overlay.columns && overlay.isSet(row, column))
                ++column;
            if (column > first)
                path.addRect(overlay.left + first, overlay.top + row, column - first, 1);
        }
    return path;
}

} // namespace

QPainterPath hiddenByShutter(const imaging::DisplayParameters& display, QSize film) {
    if (!display.shutter)
        return {};
    const imaging::Shutter& shutter = *display.shutter;
    const QPainterPath whole = pathOf(QRectF(QPointF(0, 0), QSizeF(film)));
    QPainterPath shown = whole;
    if (const auto& edges = shutter.rectangle)
        shown &=
            pathOf(QRectF(QPointF(edges->left, edges->top), QPointF(edges->right + 1, edges->bottom + 1)));
    if (shutter.circle)
        shown &= pathOf(*shutter.circle, display.pixelAspect);
    if (!shutter.polygon.empty())
        shown &= pathOf(shutter.polygon);
    for (const auto& overlay : display.overlays)
        if (overlay.group == shutter.overlayGroup)
            shown -= pathOf(overlay);
    return whole - shown;
}

} // namespace pleurascope::ui::review
