// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ViewGeometry.h"

#include <algorithm>

namespace pleurascope::ui::review {

namespace {

QPointF times(QPointF point, QPointF scale) {
    return {point.x() * scale.x(), point.y() * scale.y()};
}

QPointF over(QPointF point, QPointF scale) {
    return {point.x() / scale.x(), point.y() / scale.y()};
}

} // namespace

void ViewGeometry::setFilmSize(QSize size, double pixelAspect) {
    m_film = size;
    m_pixelAspect = pixelAspect;
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
    const QSizeF film(m_film.width() * scale().x(), m_film.height() * scale().y());
    const double x = middleWithin(m_view.width(), m_margins.left(), m_margins.right(), film.width());
    const double y = middleWithin(m_view.height(), m_margins.top(), m_margins.bottom(), film.height());
    const QPointF aside(m_view.width() / 2 - x, m_view.height() / 2 - y);
    m_centre = QPointF(m_film.width() / 2.0, m_film.height() / 2.0) + over(aside, scale());
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
    m_centre -= over(viewDelta, scale());
    keepInReach();
}

QTransform ViewGeometry::filmToView() const {
    const QPointF corner = toView({0, 0});
    return {scale().x(), 0, 0, scale().y(), corner.x(), corner.y()};
}

QPointF ViewGeometry::toView(QPointF film) const {
    return times(film - m_centre, scale()) + QPointF(m_view.width() / 2, m_view.height() / 2);
}

QPointF ViewGeometry::toFilm(QPointF view) const {
    return over(view - QPointF(m_view.width() / 2, m_view.height() / 2), scale()) + m_centre;
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
    return std::min(width / m_film.width(), height / (m_film.height() * m_pixelAspect));
}

void ViewGeometry::keepInReach() {
    m_centre.setX(std::clamp(m_centre.x(), 0.0, double(m_film.width())));
    m_centre.setY(std::clamp(m_centre.y(), 0.0, double(m_film.height())));
}

} // namespace pleurascope::ui::review
