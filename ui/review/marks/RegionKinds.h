// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/RegionStatistics.h"
#include "ui/review/marks/MarkKind.h"

namespace pleurascope::ui::review {

/// A region and the grey values within it. Derived classes say what outline their points have.
class RegionKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::RegionKind)
public:
    /// Mean, standard deviation, least, greatest, area; the area alone for films in colour.
    [[nodiscard]] std::vector<MeasuredValue> values(const Mark& mark,
                                                    const MeasuredFilm& film) const override;
    [[nodiscard]] QStringList label(const Mark& mark, const MeasuredFilm& film) const override;
    [[nodiscard]] bool countsPixels() const override { return true; }

protected:
    [[nodiscard]] virtual std::optional<imaging::RegionStatistics> statistics(const imaging::Image& image,
                                                                              const QPolygonF& points) const;
    [[nodiscard]] virtual double area(const QPolygonF& points, const imaging::PixelScale& scale) const;
    /// Closed by itself.
    [[nodiscard]] virtual QPolygonF outline(const QPolygonF& points) const { return points; }
};

/// By two opposite corners.
class RectangleKind : public RegionKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::RectangleKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 2; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;

protected:
    [[nodiscard]] QPolygonF outline(const QPolygonF& points) const override;
};

/// By two opposite corners of the rectangle that it fills.
class EllipseKind : public RegionKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::EllipseKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 2; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;

protected:
    [[nodiscard]] std::optional<imaging::RegionStatistics> statistics(const imaging::Image& image,
                                                                      const QPolygonF& points) const override;
    [[nodiscard]] double area(const QPolygonF& points, const imaging::PixelScale& scale) const override;
};

/// By its corners.
class PolygonKind : public RegionKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::PolygonKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 0; }
    [[nodiscard]] int fewestPoints() const override { return 3; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
};

/// As the pointer goes.
class FreehandKind : public RegionKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::FreehandKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 0; }
    [[nodiscard]] int fewestPoints() const override { return 3; }
    [[nodiscard]] bool isFreehand() const override { return true; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
};

} // namespace pleurascope::ui::review
