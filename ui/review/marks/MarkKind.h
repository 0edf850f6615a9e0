// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MeasuredFilm.h"

#include <QKeySequence>
#include <QPainterPath>
#include <QStringList>

namespace pleurascope::ui::review {

/// How a kind is offered: its button, its key and its line in the overview of keys.
struct ToolWords {
    QString id; ///< kept in settings and in the library: never changed
    QString name;
    QString tip;  ///< a sentence for the tooltip, without the key
    QString icon; ///< in resources/icons
    QKeySequence key;
    QString group = {}; ///< tools of one group share a button; empty: a button of its own
};

/// One number that a mark measures, for its label, the panel and the CSV file.
struct MeasuredValue {
    QString name; ///< "Length"
    double number = 0;
    QString unit; ///< empty for ratios and grey values
    int decimals = 1;

    [[nodiscard]] QString numberText() const;
    [[nodiscard]] QString text() const; ///< "31.4 mm at detector"
};

/// A kind of mark: how many points it has, what it looks like and what it measures. Stateless; one object a
/// kind, made by `markKinds()`. A new kind is one class derived from this and one line there.
class MarkKind {
public:
    virtual ~MarkKind() = default;

    [[nodiscard]] virtual ToolWords words() const = 0;
    /// Points that are set one by one; 0: as many as the reader likes, until a double click or Enter.
    [[nodiscard]] virtual int pointCount() const = 0;
    [[nodiscard]] virtual int fewestPoints() const { return pointCount(); }
    /// Drawn with the button held, a point wherever the pointer passes.
    [[nodiscard]] virtual bool isFreehand() const { return false; }
    /// Its points come in pairs: each pair is a stroke of its own.
    [[nodiscard]] virtual bool isStrokes() const { return false; }
    /// What is asked for when it has been drawn, as a placeholder; empty: nothing.
    [[nodiscard]] virtual QString askedWords() const { return {}; }
    /// The typed words as they are kept, or empty where they will not do.
    [[nodiscard]] virtual QString acceptedWords(const QString& typed) const { return typed.trimmed(); }
    /// The reader's points and those that follow from them.
    [[nodiscard]] virtual QPolygonF completed(const QPolygonF& points) const { return points; }
    /// Its lines in film coordinates; `points` may still be few.
    [[nodiscard]] virtual QPainterPath path(const QPolygonF& points) const = 0;
    /// In order of weight.
    [[nodiscard]] virtual std::vector<MeasuredValue> values(const Mark& mark, const MeasuredFilm& film) const;
    /// What stands beside it; by default its values, a line each.
    [[nodiscard]] virtual QStringList label(const Mark& mark, const MeasuredFilm& film) const;
    /// Counting pixels takes long over a large region: left out while the hand moves.
    [[nodiscard]] virtual bool countsPixels() const { return false; }
};

/// All kinds, in the order of the tool bar.
[[nodiscard]] const std::vector<std::unique_ptr<MarkKind>>& markKinds();
/// By id; null for one that this version does not know.
[[nodiscard]] const MarkKind* markKind(const QString& id);

[[nodiscard]] inline imaging::FilmPoint filmPoint(QPointF point) {
    return {point.x(), point.y()};
}
[[nodiscard]] std::vector<imaging::FilmPoint> filmPoints(const QPolygonF& points);

} // namespace pleurascope::ui::review
