// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/tools/FilmTool.h"

#include <optional>

namespace pleurascope::ui::review {

/// A glass over the film while the button is held: film pixels twice as large, with Shift four times, with
/// the evidence map and the marks in register.
class LoupeTool : public FilmTool {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::LoupeTool)
public:
    [[nodiscard]] ToolWords words() const override;
    [[nodiscard]] QCursor cursor(bool pressed) const override;
    void press(FilmView& view, const Pointer& pointer) override;
    void drag(FilmView& view, const Pointer& pointer) override;
    void release(FilmView& view, const Pointer& pointer) override;
    bool cancel(FilmView& view) override;
    void paint(QPainter& painter, const FilmView& view) const override;

    static constexpr int radius = 120; ///< logical pixels

private:
    std::optional<Pointer> m_pointer;
};

} // namespace pleurascope::ui::review
