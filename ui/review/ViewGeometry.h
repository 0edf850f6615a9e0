// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QTransform>

namespace pleurascope::ui::review {

/// Where a film stands in a view: a zoom (view pixels a film pixel's width) and the film point at the view's
/// centre. Pixels that are not square are so in the view. Pure geometry: film coordinates have (0, 0) at the
/// outer corner of the first pixel, view coordinates are device pixels. While `isFitted` the film follows the
/// view's size.
class ViewGeometry {
public:
    static constexpr double largestZoom = 32;

    void setFilmSize(QSize size, double pixelAspect = 1); ///< fits; height of a pixel by its width
    /// `margins` are kept free of a fitted film; it stands in the middle of the view as far as they allow.
    void setView(QSizeF size, QMarginsF margins = {});

    void fit();
    void showOneToOne();
    /// `factor` > 1 enlarges; the film point under `anchor` stays where it is. Between half the fitted size
    /// and 32.
    void zoomAt(double factor, QPointF anchor);
    /// The film stays in reach: its middle part cannot leave the view.
    void panBy(QPointF viewDelta);

    [[nodiscard]] bool isEmpty() const { return m_film.isEmpty() || m_view.isEmpty(); }
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] QSize filmSize() const { return m_film; }
    [[nodiscard]] QSizeF viewSize() const { return m_view; }
    [[nodiscard]] QTransform filmToView() const;
    [[nodiscard]] QPointF toView(QPointF film) const;
    [[nodiscard]] QPointF toFilm(QPointF view) const;
    /// Of the whole film, in view coordinates.
    [[nodiscard]] QRectF filmRectInView() const;
    /// What of the film is seen, in film coordinates.
    [[nodiscard]] QRectF visibleFilmRect() const;

private:
    [[nodiscard]] double fittingZoom() const;
    void keepInReach();

    [[nodiscard]] QPointF scale() const { return {m_zoom, m_zoom * m_pixelAspect}; }

    QSize m_film;
    double m_pixelAspect = 1;
    QSizeF m_view;
    QMarginsF m_margins;
    QPointF m_centre; ///< film point at the view's centre
    double m_zoom = 1;
    bool m_fitted = true;
};

} // namespace pleurascope::ui::review
