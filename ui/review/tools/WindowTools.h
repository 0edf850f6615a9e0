// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/ViewState.h"
#include "ui/review/WindowDrag.h"
#include "ui/review/tools/FilmTool.h"

#include <optional>

namespace pleurascope::ui::review {

/// Window and level by drag: right widens, up brightens, Ctrl fine, Shift coarse.
class WindowTool : public FilmTool {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::WindowTool)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] QCursor cursor(bool pressed) const override;
    void press(FilmView& view, const Pointer& pointer) override;
    void drag(FilmView& view, const Pointer& pointer) override;
    void release(FilmView& view, const Pointer& pointer) override;
    bool cancel(FilmView& view) override;

private:
    std::optional<WindowDrag> m_drag;
    ViewState m_before;
    QPointF m_last;
};

/// The window of a rectangle's own grey values.
class RegionWindowTool : public FilmTool {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::RegionWindowTool)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] QCursor cursor(bool pressed) const override;
    void press(FilmView& view, const Pointer& pointer) override;
    void drag(FilmView& view, const Pointer& pointer) override;
    void release(FilmView& view, const Pointer& pointer) override;
    bool cancel(FilmView& view) override;
    void paint(QPainter& painter, const FilmView& view) const override;

private:
    struct Region {
        QPointF from;
        QPointF to;
    };
    std::optional<Region> m_region; ///< film coordinates
};

} // namespace pleurascope::ui::review
