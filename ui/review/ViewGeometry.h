// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Orientation.h"

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QTransform>

namespace pleurascope::ui::review {

/// Where a film stands in a view, and how it lies there: a zoom (view pixels a film pixel's width), the film
/// point at the view's centre, quarter turns and mirroring. Pixels that are not square are so in the view.
/// Pure geometry: film coordinates have (0, 0) at the outer corner of the first stored pixel however the film
/// lies, view coordinates are device pixels. While `isFitted` the film follows the view's size.
class ViewGeometry {
public:
    static constexpr double largestZoom = 32;
    static constexpr double smallestZoom = 0.01;

    void setFilmSize(QSize size, double pixelAspect = 1); ///< fits, as stored; height of a pixel by its width
    /// `margins` are kept free of a fitted film; it stands in the middle of the view as far as they allow.
    void setView(QSizeF size, QMarginsF margins = {});

    void fit();
    void showOneToOne() { setZoom(1); }
    /// The film point at the view's middle stays.
    void setZoom(double zoom);
    /// The film point at the view's middle stays there, or the film stays fitted.
    void setOrientation(imaging::Orientation orientation);
    [[nodiscard]] imaging::Orientation orientation() const { return m_orientation; }
    /// So that this part of the film fills the view as far as it may, in the middle.
    void showRect(const QRectF& film);
    /// So that this film point stands in the view's middle.
    void centreOn(QPointF film);
    [[nodiscard]] QPointF centre() const { return m_centre; }
    /// `factor` > 1 enlarges; the film point under `anchor` stays where it is. Between half the fitted size
    /// and 32.
    void zoomAt(double factor, QPointF anchor);
    /// The film stays in reach: its middle part cannot leave the view.
    void panBy(QPointF viewDelta);

    [[nodiscard]] bool isEmpty() const { return m_film.isEmpty() || m_view.isEmpty(); }
    friend bool operator==(const ViewGeometry&, const ViewGeometry&) = default;
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// The same picture, `factor` times as large: view, margins and zoom alike.
    [[nodiscard]] ViewGeometry magnified(double factor) const;
    /// View pixels that one film pixel is high on the screen, whichever side of it that is.
    [[nodiscard]] double verticalScale() const;
    [[nodiscard]] double pixelAspect() const { return m_pixelAspect; }
    [[nodiscard]] QSize filmSize() const { return m_film; }
    [[nodiscard]] QSizeF viewSize() const { return m_view; }
    [[nodiscard]] QTransform filmToView() const;
    [[nodiscard]] QPointF toView(QPointF film) const;
    [[nodiscard]] QPointF toFilm(QPointF view) const;
    [[nodiscard]] QRectF rectInView(const QRectF& film) const;
    [[nodiscard]] QRectF rectOnFilm(const QRectF& view) const;
    /// Of the whole film, in view coordinates.
    [[nodiscard]] QRectF filmRectInView() const;
    /// What of the film is seen, in film coordinates.
    [[nodiscard]] QRectF visibleFilmRect() const;

private:
    [[nodiscard]] double fittingZoom() const;
    void keepInReach();

    /// Film to view without the film's place: turned, mirrored and scaled about its origin.
    [[nodiscard]] QTransform lying() const;
    /// Of the whole film as it lies, at zoom 1.
    [[nodiscard]] QSizeF lyingSize() const;
    [[nodiscard]] double boundedZoom(double zoom) const;

    QSize m_film;
    double m_pixelAspect = 1;
    imaging::Orientation m_orientation;
    QSizeF m_view;
    QMarginsF m_margins;
    QPointF m_centre; ///< film point at the view's centre
    double m_zoom = 1;
    bool m_fitted = true;
};

} // namespace pleurascope::ui::review
