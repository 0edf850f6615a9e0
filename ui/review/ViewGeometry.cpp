// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ViewGeometry.h"

#include <algorithm>

namespace pleurascope::ui::review {

void ViewGeometry::setFilmSize(QSize size, double pixelAspect) {
    m_film = size;
    m_pixelAspect = pixelAspect;
    m_orientation = {};
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
    const QSizeF film = lyingSize() * m_zoom;
    const double x = middleWithin(m_view.width(), m_margins.left(), m_margins.right(), film.width());
    const double y = middleWithin(m_view.height(), m_margins.top(), m_margins.bottom(), film.height());
    const QPointF aside(m_view.width() / 2 - x, m_view.height() / 2 - y);
    m_centre = QPointF(m_film.width() / 2.0, m_film.height() / 2.0) + lying().inverted().map(aside);
}

void ViewGeometry::setZoom(double zoom) {
    m_fitted = false;
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    keepInReach();
}

void ViewGeometry::setOrientation(imaging::Orientation orientation) {
    m_orientation = orientation;
    if (m_fitted)
        fit();
}

void ViewGeometry::showRect(const QRectF& film) {
    if (isEmpty() || film.isEmpty())
        return;
    const QSizeF size = lying().mapRect(film).size() / m_zoom;
    setZoom(std::min(m_view.width() / size.width(), m_view.height() / size.height()));
    centreOn(film.center());
}

void ViewGeometry::centreOn(QPointF film) {
    m_fitted = false;
    m_centre = film;
    keepInReach();
}

ViewGeometry ViewGeometry::magnified(double factor) const {
    ViewGeometry other = *this;
    other.m_view *= factor;
    other.m_margins *= factor;
    other.m_zoom *= factor;
    return other;
}

double ViewGeometry::boundedZoom(double zoom) const {
    const double smallest = std::min(1.0, fittingZoom() / 2);
    return std::clamp(zoom, smallest, std::max(largestZoom, smallest));
}

void ViewGeometry::zoomAt(double factor, QPointF anchor) {
    if (isEmpty())
        return;
    const QPointF held = toFilm(anchor);
    m_fitted = false;
    m_zoom = boundedZoom(m_zoom * factor);
    m_centre += held - toFilm(anchor);
    keepInReach();
}

void ViewGeometry::panBy(QPointF viewDelta) {
    if (isEmpty())
        return;
    m_fitted = false;
    m_centre -= lying().inverted().map(viewDelta);
    keepInReach();
}

QTransform ViewGeometry::lying() const {
    static constexpr int cosines[] = {1, 0, -1, 0};
    const int cosine = cosines[m_orientation.quarterTurns];
    const int sine = cosines[(m_orientation.quarterTurns + 3) % 4];
    const double x = m_orientation.mirrored ? -m_zoom : m_zoom;
    const double y = m_zoom * m_pixelAspect;
    // y points down, so this turns clockwise
    return {x * cosine, x * sine, -y * sine, y * cosine, 0, 0};
}

QSizeF ViewGeometry::lyingSize() const {
    const QSizeF size(m_film.width(), m_film.height() * m_pixelAspect);
    return m_orientation.swapsSides() ? size.transposed() : size;
}

double ViewGeometry::verticalScale() const {
    return m_orientation.swapsSides() ? m_zoom : m_zoom * m_pixelAspect;
}

QTransform ViewGeometry::filmToView() const {
    const QTransform turned = lying();
    const QPointF origin = QPointF(m_view.width() / 2, m_view.height() / 2) - turned.map(m_centre);
    return turned * QTransform::fromTranslate(origin.x(), origin.y());
}

QPointF ViewGeometry::toView(QPointF film) const {
    return lying().map(film - m_centre) + QPointF(m_view.width() / 2, m_view.height() / 2);
}

QPointF ViewGeometry::toFilm(QPointF view) const {
    return lying().inverted().map(view - QPointF(m_view.width() / 2, m_view.height() / 2)) + m_centre;
}

QRectF ViewGeometry::filmRectInView() const {
    return rectInView(QRectF({0, 0}, QSizeF(m_film)));
}

QRectF ViewGeometry::rectInView(const QRectF& film) const {
    return QRectF(toView(film.topLeft()), toView(film.bottomRight())).normalized();
}

QRectF ViewGeometry::rectOnFilm(const QRectF& view) const {
    return QRectF(toFilm(view.topLeft()), toFilm(view.bottomRight())).normalized();
}

QRectF ViewGeometry::visibleFilmRect() const {
    if (isEmpty())
        return {};
    return rectOnFilm(QRectF({0, 0}, m_view)) & QRectF(0, 0, m_film.width(), m_film.height());
}

double ViewGeometry::fittingZoom() const {
    if (isEmpty())
        return 1;
    const double width = std::max(1.0, m_view.width() - m_margins.left() - m_margins.right());
    const double height = std::max(1.0, m_view.height() - m_margins.top() - m_margins.bottom());
    return std::min(width / lyingSize().width(), height / lyingSize().height());
}

void ViewGeometry::keepInReach() {
    m_centre.setX(std::clamp(m_centre.x(), 0.0, double(m_film.width())));
    m_centre.setY(std::clamp(m_centre.y(), 0.0, double(m_film.height())));
}

} // namespace pleurascope::ui::review
