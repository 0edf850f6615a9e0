// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkKind.h"

namespace pleurascope::ui::review {

/// The cardiothoracic ratio: a stroke over the heart, one over the thorax, and the midline, which is laid
/// across the middle of the thorax and can be tilted by its ends. Points: heart, thorax, midline, two each.
class CardiothoracicKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::CardiothoracicKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 4; }
    [[nodiscard]] bool isStrokes() const override { return true; }
    [[nodiscard]] QPolygonF completed(const QPolygonF& points) const override;
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
    [[nodiscard]] std::vector<MeasuredValue> values(const Mark& mark,
                                                    const MeasuredFilm& film) const override;
    /// With a warning on AP and supine films, which enlarge the heart.
    [[nodiscard]] QStringList label(const Mark& mark, const MeasuredFilm& film) const override;
};

} // namespace pleurascope::ui::review
