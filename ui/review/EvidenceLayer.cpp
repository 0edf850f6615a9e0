// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/EvidenceLayer.h"

#include "engine/imaging/ColourMap.h"
#include "engine/imaging/HeatmapOverlay.h"
#include "ui/widgets/PixmapConversion.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pleurascope::ui::review {

namespace {

constexpr int layerSide = 448; ///< of the spread map's longer side: smooth to the eye, quick to draw

QSize spreadSize(QSize film) {
    const double factor = double(layerSide) / std::max(film.width(), film.height());
    return {std::max(2, int(std::lround(film.width() * factor))),
            std::max(2, int(std::lround(film.height() * factor)))};
}

/// A bilinear map of a few cells has a kink at every cell's middle. Each point is drawn to the mean of its
/// neighbours within a quarter of a cell, which rounds the kinks and moves no line by more than a hair. Ends
/// of open lines stay.
QPolygonF rounded(const QPolygonF& line, bool closed, int reach) {
    const auto count = line.size();
    if (count < 4 * reach)
        return line;
    QPolygonF result;
    result.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        const auto here = closed ? qsizetype(reach) : std::min({qsizetype(reach), i, count - 1 - i});
        QPointF sum;
        for (qsizetype k = -here; k <= here; ++k)
            sum += line[(i + k + count) % count];
        result << sum / double(2 * here + 1);
    }
    return result;
}

QColor colourOf(double level) {
    const imaging::Rgb& colour = imaging::evidenceColours()[std::size_t(std::lround(level * 255))];
    return {colour.r, colour.g, colour.b};
}

} // namespace

EvidenceLayer EvidenceLayer::of(const explain::Heatmap& heatmap, QSize film) {
    EvidenceLayer layer;
    layer.m_film = film;
    layer.m_layerName = QString::fromStdString(heatmap.layer);
    const core::PixelBuffer relative = imaging::relativeMap(heatmap.map);
    if (relative.isEmpty() || film.isEmpty())
        return layer;
    const QSize size = spreadSize(film);
    const core::PixelBuffer spread = imaging::spreadMap(relative, size.width(), size.height());
    layer.m_heat = widgets::toImage(imaging::heatLayer(spread, {0, 1, largestOpacity}));
    const QTransform toFilm =
        QTransform::fromScale(double(film.width()) / size.width(), double(film.height()) / size.height());
    for (const double level : levels) {
        for (const imaging::Contour& contour : imaging::contours(spread, level)) {
            Line line{level, {}};
            for (const auto& [x, y] : contour.points)
                line.points << toFilm.map(QPointF(double(x), double(y)));
            if (contour.closed && line.points.isClosed())
                line.points.removeLast();
            line.points =
                rounded(line.points, contour.closed, size.width() / std::max(1, heatmap.map.width()) / 4);
            if (contour.closed)
                line.points << line.points.first();
            layer.m_lines.push_back(std::move(line));
        }
    }
    return layer;
}

void EvidenceLayer::paintOutline(QPainter& painter, const QTransform& filmToView, double opacity,
                                 double pixel) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(filmToView.mapRect(QRectF(QPointF(0, 0), QSizeF(m_film))), Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    QColor casing = widgets::Theme::current().onFilm(widgets::Token::canvas);
    casing.setAlphaF(0.55F);
    painter.setPen(QPen(casing, 3.5 * pixel, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const Line& line : m_lines)
        painter.drawPolyline(filmToView.map(line.points));
    painter.setOpacity(std::clamp(opacity / largestOpacity, 0.0, 1.0));
    for (const Line& line : m_lines) {
        painter.setPen(QPen(colourOf(line.level), 1.75 * pixel, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(filmToView.map(line.points));
    }
    painter.restore();
}

void EvidenceLayer::paintHeat(QPainter& painter, const QTransform& filmToView, double opacity) const {
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(std::clamp(opacity / largestOpacity, 0.0, 1.0));
    painter.setTransform(filmToView, true); // turned and mirrored as the film is
    painter.drawImage(QRectF(QPointF(0, 0), QSizeF(m_film)), m_heat);
    painter.restore();
}

} // namespace pleurascope::ui::review
