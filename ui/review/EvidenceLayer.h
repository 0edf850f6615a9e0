// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/Explainer.h"

#include <QImage>
#include <QPolygonF>
#include <QSize>
#include <QString>
#include <QTransform>

#include <vector>

class QPainter;

namespace pleurascope::ui::review {

enum class MapMode { off, outline, heat };

/// A heatmap ready to be laid over its film: stretched to its own maximum, max(raw, 0) / max(raw), so it is
/// relative and carries no numbers. Outlines at 1/4, 1/2 and 3/4 of the maximum in film coordinates, and the
/// coloured layer. Made on a worker. Empty where no place speaks for the class (max(raw) <= 0).
class EvidenceLayer {
public:
    struct Line {
        double level = 0; ///< 0..1
        QPolygonF points; ///< film coordinates
    };

    static constexpr double levels[] = {0.25, 0.5, 0.75};
    static constexpr double largestOpacity = 0.75; ///< film detail must show through

    [[nodiscard]] static EvidenceLayer of(const explain::Heatmap& heatmap, QSize film);

    [[nodiscard]] bool isEmpty() const { return m_heat.isNull(); }
    [[nodiscard]] const QString& layerName() const { return m_layerName; }
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    [[nodiscard]] const QImage& heat() const { return m_heat; }

    /// Outlines keep their width at any zoom: `pixel` is the size of a logical pixel in the painter's units.
    void paintOutline(QPainter& painter, const QTransform& filmToView, double opacity, double pixel) const;
    /// `opacity` 0 to largestOpacity.
    void paintHeat(QPainter& painter, const QTransform& filmToView, double opacity) const;

private:
    QSize m_film;
    QString m_layerName;
    std::vector<Line> m_lines;
    QImage m_heat; ///< at largestOpacity
};

} // namespace pleurascope::ui::review
