// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/tools/FilmTool.h"

#include <optional>

namespace pleurascope::ui::review {

/// Draws one kind of mark: by dragging, or click by click with a line to the pointer in between. What is
/// finished is chosen, kept at once and can be undone.
class MarkTool : public FilmTool {
public:
    explicit MarkTool(const MarkKind& kind)
        : m_kind(kind) {}

    [[nodiscard]] ToolWords words() const override { return m_kind.words(); }
    [[nodiscard]] QCursor cursor(bool pressed) const override;
    void press(FilmView& view, const Pointer& pointer) override;
    void drag(FilmView& view, const Pointer& pointer) override;
    void release(FilmView& view, const Pointer& pointer) override;
    void hover(FilmView& view, const Pointer& pointer) override;
    bool finish(FilmView& view) override;
    bool cancel(FilmView& view) override;
    [[nodiscard]] bool isDrawing() const override { return m_mark.has_value(); }
    [[nodiscard]] QString movingMark() const override { return m_mark ? m_mark->uid : QString(); }

private:
    void begin(const FilmView& view, const Pointer& pointer);
    void setLast(FilmView& view, QPointF film);
    /// The last point stands; the next one begins where it is, or all are there.
    void fixPoint(FilmView& view);
    void complete(FilmView& view);
    [[nodiscard]] bool isTooSmall(const FilmView& view) const;

    const MarkKind& m_kind;
    std::optional<Mark> m_mark; ///< its last point follows the pointer
    QPointF m_pressed;
    QPointF m_lastPlace; ///< of a freehand point, logical pixels
};

} // namespace pleurascope::ui::review
