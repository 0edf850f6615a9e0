// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkKind.h"

#include <QPainter>
#include <QRectF>
#include <QTransform>

namespace pleurascope::ui::review {

/// Where the label of a mark stands: beside what the mark encloses, never on it, and clear of the other
/// labels where there is room.
struct MarkLabel {
    QStringList lines;
    QRectF box;     ///< logical pixels of the view
    QPointF anchor; ///< the point of the mark's outline that is nearest
};

/// Paints marks over a film in logical pixels of the view. A value made for one painting.
class MarkPainter {
public:
    /// `filmToView` in logical pixels.
    MarkPainter(const MeasuredFilm& film, QTransform filmToView, QRectF view)
        : m_film(film)
        , m_filmToView(std::move(filmToView))
        , m_view(view) {}

    /// `uncounted`: a mark under the hand, whose pixels are not counted where they are many.
    void paint(QPainter& painter, const std::vector<Mark>& marks, const QString& chosen,
               const QString& uncounted);
    /// What `paint` laid down last, for tests and for hits on labels.
    [[nodiscard]] const std::vector<MarkLabel>& labels() const { return m_labels; }

    /// Side of a handle's square and reach of a hit, logical pixels.
    static constexpr double handleSide = 9;
    static constexpr double reach = 8;

private:
    void paintLines(QPainter& painter, const Mark& mark, bool isChosen) const;
    void paintHandles(QPainter& painter, const Mark& mark) const;
    [[nodiscard]] QStringList linesOf(const Mark& mark, const QString& uncounted) const;
    [[nodiscard]] QRectF placeFor(const QSizeF& size, const QRectF& around) const;
    void placeLabel(const QPainter& painter, const Mark& mark, const QStringList& lines);
    static void paintLabel(QPainter& painter, const MarkLabel& label, bool isChosen);

    const MeasuredFilm& m_film;
    QTransform m_filmToView;
    QRectF m_view;
    std::vector<QRectF> m_taken; ///< what labels keep clear of
    std::vector<MarkLabel> m_labels;
};

} // namespace pleurascope::ui::review
