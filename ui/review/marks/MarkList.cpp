// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/MarkList.h"

#include <algorithm>

namespace pleurascope::ui::review {

void MarkList::setMarks(std::vector<Mark> marks) {
    m_marks = std::move(marks);
    choose({});
    Q_EMIT changed();
}

const Mark* MarkList::find(const QString& uid) const {
    const auto found =
        std::find_if(m_marks.begin(), m_marks.end(), [&](const Mark& mark) { return mark.uid == uid; });
    return found == m_marks.end() ? nullptr : &*found;
}

void MarkList::move(const Mark& mark) {
    const auto place = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&](const Mark& other) { return other.uid == mark.uid; });
    if (place == m_marks.end())
        m_marks.push_back(mark);
    else
        *place = mark;
    Q_EMIT changed();
}

void MarkList::put(const Mark& mark) {
    move(mark);
    Q_EMIT changedToKeep(mark, false);
}

void MarkList::drop(const QString& uid) {
    std::erase_if(m_marks, [&](const Mark& other) { return other.uid == uid; });
    if (m_chosen == uid)
        choose({});
    Q_EMIT changed();
}

void MarkList::remove(const QString& uid) {
    const Mark* found = find(uid);
    if (found == nullptr)
        return;
    const Mark mark = *found;
    drop(uid);
    Q_EMIT changedToKeep(mark, true);
}

void MarkList::choose(const QString& uid) {
    if (m_chosen == uid)
        return;
    m_chosen = uid;
    Q_EMIT chosenChanged(uid);
}

} // namespace pleurascope::ui::review
