// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkKind.h"

#include <QCursor>
#include <QPointF>

#include <memory>
#include <vector>

class QPainter;

namespace pleurascope::ui::review {

class FilmView;

/// Where the pointer is over a film.
struct Pointer {
    QPointF position; ///< logical pixels of the view
    QPointF film;     ///< film coordinates; may lie beyond the film
    Qt::KeyboardModifiers modifiers;
};

/// What the left button does on a film. Each view has objects of its own, made by `makeFilmTools`; a drag
/// under way is their state. A new tool is one class derived from this and one line there; a tool that draws
/// a mark needs a MarkKind alone.
class FilmTool {
public:
    virtual ~FilmTool() = default;

    [[nodiscard]] virtual ToolWords words() const = 0;
    [[nodiscard]] virtual QCursor cursor(bool pressed) const = 0;
    virtual void press(FilmView& view, const Pointer& pointer) = 0;
    /// With the button held.
    virtual void drag(FilmView& view, const Pointer& pointer) = 0;
    virtual void release(FilmView& view, const Pointer& pointer) = 0;
    /// With no button held.
    virtual void hover(FilmView&, const Pointer&) {}
    /// Double click or Enter: ends what has no fixed number of steps. True where there was something to end.
    virtual bool finish(FilmView&) { return false; }
    /// Escape: drops what is under way. True where there was something.
    virtual bool cancel(FilmView&) { return false; }
    /// A drawing is under way: a press goes on with it, whatever lies under the pointer.
    [[nodiscard]] virtual bool isDrawing() const { return false; }
    /// The mark under the hand, or empty.
    [[nodiscard]] virtual QString movingMark() const { return {}; }
    /// Over film and marks, in logical pixels.
    virtual void paint(QPainter&, const FilmView&) const {}
};

/// One of each, in the order of the tool bar.
[[nodiscard]] std::vector<std::unique_ptr<FilmTool>> makeFilmTools();

/// Ids of the tools that keys and the mouse's other buttons name.
namespace toolId {
inline const QString window = QStringLiteral("window");
inline const QString pan = QStringLiteral("pan");
inline const QString zoom = QStringLiteral("zoom");
inline const QString loupe = QStringLiteral("loupe");
} // namespace toolId

} // namespace pleurascope::ui::review
