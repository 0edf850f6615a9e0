// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ViewGeometry.h"

#include <algorithm>

namespace pleurascope::ui::review {

void ViewGeometry::setFilmSize(QSize size) {
    m_film = size;
    fit();
}

void ViewGeometry::setView(QSizeF size, QMarginsF margins) {
    m_view = size;
    m_margins = margins;
    if (m_fitted)
        fit();
}

namespace {
/// Where the middle of a film of `length` stands in a view: in its middle, or beside it so that both margins
/// are kept.
double middleWithin(double view, double before, double after, double length) {
    const double low = before + length / 2;
    const double high = view - after - length / 2;
    return low <= high ? std::clamp(view / 2, low, high) : (low + high) / 2;
}
} // namespace

void ViewGeometry::fit() {
    m_fitted = true;
    m_zoom = fittingZoom();
    const QSizeF film = QSizeF(m_film) * m_zoom;
    const double x = middleWithin(m_view.width(), m_margins.left(), m_margins.right(), film.width());
    const double y = middleWithin(m_view.height(), m_margins.top(), m_margins.bottom(), film.height());
    const QPointF aside(m_view.width() / 2 - x, m_view.height() / 2 - y);
    m_centre = QPointF(m_film.width() / 2.0, m_film.height() / 2.0) + aside / m_zoom;
}

void ViewGeometry::showOneToOne() {
    m_fitted = false;
    m_zoom = 1;
    keepInReach();
}

void ViewGeometry::zoomAt(double factor, QPointF anchor) {
    if (isEmpty())
        return;
    const QPointF held = toFilm(anchor);
    m_fitted = false;
    const double smallest = std::min(1.0, fittingZoom() / 2);
    m_zoom = std::clamp(m_zoom * factor, smallest, std::max(largestZoom, smallest));
    m_centre += held - toFilm(anchor);
    keepInReach();
}

void ViewGeometry::panBy(QPointF viewDelta) {
    if (isEmpty())
        return;
    m_fitted = false;
    m_centre -= viewDelta / m_zoom;
    keepInReach();
}

QTransform ViewGeometry::filmToView() const {
    const QPointF corner = toView({0, 0});
    return {m_zoom, 0, 0, m_zoom, corner.x(), corner.y()};
}

QPointF ViewGeometry::toView(QPointF film) const {
    return (film - m_centre) * m_zoom + QPointF(m_view.width() / 2, m_view.height() / 2);
}

QPointF ViewGeometry::toFilm(QPointF view) const {
    return (view - QPointF(m_view.width() / 2, m_view.height() / 2)) / m_zoom + m_centre;
}

QRectF ViewGeometry::filmRectInView() const {
    return {toView({0, 0}), toView({double(m_film.width()), double(m_film.height())})};
}

QRectF ViewGeometry::visibleFilmRect() const {
    if (isEmpty())
        return {};
    const QRectF seen(toFilm({0, 0}), toFilm({m_view.width(), m_view.height()}));
    return seen & QRectF(0, 0, m_film.width(), m_film.height());
}

double ViewGeometry::fittingZoom() const {
    if (isEmpty())
        return 1;
    const double width = std::max(1.0, m_view.width() - m_margins.left() - m_margins.right());
    const double height = std::max(1.0, m_view.height() - m_margins.top() - m_margins.bottom());
    return std::min(width / m_film.width(), height / m_film.height());
}

void ViewGeometry::keepInReach() {
    m_centre.setX(std::clamp(m_centre.x(), 0.0, double(m_film.width())));
    m_centre.setY(std::clamp(m_centre.y(), 0.0, double(m_film.height())));
}

} // namespace pleurascope::ui::review
