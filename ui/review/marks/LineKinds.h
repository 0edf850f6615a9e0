// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkKind.h"

namespace pleurascope::ui::review {

/// A straight line and its length.
class LengthKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::LengthKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 2; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
    [[nodiscard]] std::vector<MeasuredValue> values(const Mark& mark,
                                                    const MeasuredFilm& film) const override;
};

/// Lines end to end, and the way along them.
class PolylineKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::PolylineKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 0; }
    [[nodiscard]] int fewestPoints() const override { return 2; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
    [[nodiscard]] std::vector<MeasuredValue> values(const Mark& mark,
                                                    const MeasuredFilm& film) const override;
};

/// Two lines from a vertex, which is the second point.
class AngleKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::AngleKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 3; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
    [[nodiscard]] std::vector<MeasuredValue> values(const Mark& mark,
                                                    const MeasuredFilm& film) const override;
};

/// The angle between two lines that do not touch: end plates of a curved spine.
class CobbKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::CobbKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 4; }
    [[nodiscard]] bool isStrokes() const override { return true; }
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
    [[nodiscard]] std::vector<MeasuredValue> values(const Mark& mark,
                                                    const MeasuredFilm& film) const override;
};

/// A line whose length the reader knows: gives the film its scale (MeasuredFilm).
class CalibrationKind : public MarkKind {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::CalibrationKind)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] int pointCount() const override { return 2; }
    [[nodiscard]] QString askedWords() const override;
    /// Millimetres as a plain decimal number; typed in the language's way.
    [[nodiscard]] QString acceptedWords(const QString& typed) const override;
    [[nodiscard]] QPainterPath path(const QPolygonF& points) const override;
    [[nodiscard]] std::vector<MeasuredValue> values(const Mark& mark,
                                                    const MeasuredFilm& film) const override;
    [[nodiscard]] QStringList label(const Mark& mark, const MeasuredFilm& film) const override;
};

} // namespace pleurascope::ui::review
