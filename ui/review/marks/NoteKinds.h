// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkKind.h"

namespace pleurascope::ui::review {

/// Points at something: from its tail to its head, which is drawn first.
class ArrowKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::ArrowKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 2; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
};

/// Words at a place.
class TextKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::TextKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 1; }
    [[nodiscard]] QString askedWords() const override;
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
    [[nodiscard]] QStringList label(const Mark& mark, const MeasuredFilm& film) const override;
};

} // namespace pleurascope::ui::review
