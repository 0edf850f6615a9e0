// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkList.h"

#include <QUndoCommand>

#include <optional>

namespace pleurascope::ui::review {

/// A mark drawn, changed or removed, to be undone: nothing before, or nothing after. The list must outlive
/// the history.
class MarkCommand : public QUndoCommand {
public:
    MarkCommand(MarkList& list, std::optional<Mark> before, std::optional<Mark> after, const QString& text)
        : QUndoCommand(text)
        , m_list(list)
        , m_before(std::move(before))
        , m_after(std::move(after)) {}

    void undo() override { set(m_after, m_before); }
    void redo() override { set(m_before, m_after); }

private:
    void set(const std::optional<Mark>& from, const std::optional<Mark>& to) {
        if (to)
            m_list.put(*to);
        else if (from)
            m_list.remove(from->uid);
    }

    MarkList& m_list;
    std::optional<Mark> m_before;
    std::optional<Mark> m_after;
};

} // namespace pleurascope::ui::review
