// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/ViewState.h"
#include "ui/review/tools/FilmTool.h"

namespace pleurascope::ui::review {

/// Moves the film with the pointer.
class PanTool : public FilmTool {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::PanTool)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] QCursor cursor(bool pressed) const override;
    void press(FilmView& view, const Pointer& pointer) override;
    void drag(FilmView& view, const Pointer& pointer) override;
    void release(FilmView& view, const Pointer& pointer) override;

private:
    ViewState m_before;
    QPointF m_last;
};

/// Up enlarges, about the place of the press.
class ZoomTool : public FilmTool {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::ZoomTool)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] QCursor cursor(bool pressed) const override;
    void press(FilmView& view, const Pointer& pointer) override;
    void drag(FilmView& view, const Pointer& pointer) override;
    void release(FilmView& view, const Pointer& pointer) override;

private:
    ViewState m_before;
    QPointF m_start;
    QPointF m_last;
};

} // namespace pleurascope::ui::review
