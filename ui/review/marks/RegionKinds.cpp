// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/RegionKinds.h"

#include <QLocale>

#include <cmath>
#include <numbers>

namespace pleurascope::ui::review {

namespace {

QPainterPath closedPath(const QPolygonF& points) {
    QPainterPath path;
    path.addPolygon(points);
    if (points.size() > 2)
        path.closeSubpath();
    return path;
}

/// Whole grey values need no decimals, rescaled fractions do.
int decimalsFor(const imaging::RegionStatistics& statistics) {
    const double span = statistics.highest - statistics.lowest;
    return span > 0 && span < 10 ? 3 : 1;
}

} // namespace

std::vector<MeasuredValue> RegionKind::values(const Mark& mark, const MeasuredFilm& film) const {
    if (mark.points.size() < fewestPoints() || film.film() == nullptr)
        return {};
    std::vector<MeasuredValue> values;
    if (const auto found = statistics(film.film()->image, mark.points)) {
        const int decimals = decimalsFor(*found);
        const int ends = decimals > 1 ? decimals : 0;
        values = {{tr("Mean"), found->mean, {}, decimals},
                  {tr("SD"), found->deviation, {}, decimals},
                  {tr("Min"), found->lowest, {}, ends},
                  {tr("Max"), found->highest, {}, ends}};
    }
    values.push_back({tr("Area"), area(mark.points, film.scale()), film.areaUnit(), 1});
    return values;
}

QStringList RegionKind::label(const Mark& mark, const MeasuredFilm& film) const {
    const auto all = values(mark, film);
    if (all.empty())
        return {};
    QStringList lines;
    if (all.size() == 5)
        lines << tr("Mean %1, SD %2").arg(all[0].numberText(), all[1].numberText())
              << tr("Min %1, max %2").arg(all[2].numberText(), all[3].numberText());
    return lines << all.back().text();
}

std::optional<imaging::RegionStatistics> RegionKind::statistics(const imaging::Image& image,
                                                                const QPolygonF& points) const {
    return imaging::statisticsWithin(image, filmPoints(outline(points)));
}

double RegionKind::area(const QPolygonF& points, const imaging::PixelScale& scale) const {
    return imaging::polygonArea(filmPoints(outline(points)), scale);
}

ToolWords RectangleKind::words() const {
    return {QStringLiteral("rectangle"), tr("Rectangle"), tr("Grey values within a rectangle"),
            QStringLiteral("rectangle"), Qt::Key_Q,       QStringLiteral("region")};
}

QPolygonF RectangleKind::outline(const QPolygonF& points) const {
    if (points.size() < 2)
        return points;
    return {points[0], {points[1].x(), points[0].y()}, points[1], {points[0].x(), points[1].y()}};
}

QPainterPath RectangleKind::path(const QPolygonF& points) const {
    return closedPath(outline(points));
}

ToolWords EllipseKind::words() const {
    return {QStringLiteral("ellipse"), tr("Ellipse"), tr("Grey values within an ellipse"),
            QStringLiteral("ellipse"), Qt::Key_E,     QStringLiteral("region")};
}

QPainterPath EllipseKind::path(const QPolygonF& points) const {
    QPainterPath path;
    if (points.size() > 1)
        path.addEllipse(QRectF(points[0], points[1]).normalized());
    return path;
}

std::optional<imaging::RegionStatistics> EllipseKind::statistics(const imaging::Image& image,
                                                                 const QPolygonF& points) const {
    return imaging::statisticsWithinEllipse(image, filmPoint(points[0]), filmPoint(points[1]));
}

double EllipseKind::area(const QPolygonF& points, const imaging::PixelScale& scale) const {
    const QPointF across = points[1] - points[0];
    return std::numbers::pi / 4 * std::abs(across.x() * scale.x * across.y() * scale.y);
}

ToolWords PolygonKind::words() const {
    return {QStringLiteral("polygon"),
            tr("Polygon"),
            tr("Grey values within a polygon: click its corners, double click or Enter ends"),
            QStringLiteral("polygon"),
            Qt::SHIFT | Qt::Key_Q,
            QStringLiteral("region")};
}

QPainterPath PolygonKind::path(const QPolygonF& points) const {
    return closedPath(points);
}

ToolWords FreehandKind::words() const {
    return {QStringLiteral("freehand"),
            tr("Freehand"),
            tr("Grey values within an outline: draw around it"),
            QStringLiteral("freehand"),
            Qt::SHIFT | Qt::Key_E,
            QStringLiteral("region")};
}

QPainterPath FreehandKind::path(const QPolygonF& points) const {
    return closedPath(points);
}

} // namespace pleurascope::ui::review
