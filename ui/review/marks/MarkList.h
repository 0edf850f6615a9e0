// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/Mark.h"

#include <QObject>

#include <optional>
#include <vector>

namespace pleurascope::ui::review {

/// The marks of the film on show, all its frames, in the order in which they were made, and which one is
/// chosen. Says of each change that is to last (`changedToKeep`); moves under way only repaint. GUI thread.
class MarkList : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Another film's; nothing is to be kept.
    void setMarks(std::vector<Mark> marks);
    [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }
    [[nodiscard]] const Mark* find(const QString& uid) const;

    /// Adds it, or replaces the one of its uid in its place.
    void put(const Mark& mark);
    void remove(const QString& uid);
    /// As `put`, but while the hand still moves it.
    void move(const Mark& mark);
    /// Takes away what was only moved.
    void drop(const QString& uid);

    void choose(const QString& uid);
    [[nodiscard]] const QString& chosen() const { return m_chosen; }

Q_SIGNALS:
    void changed();
    void chosenChanged(const QString& uid);
    void changedToKeep(const pleurascope::ui::review::Mark& mark, bool removed);

private:
    std::vector<Mark> m_marks;
    QString m_chosen;
};

} // namespace pleurascope::ui::review
