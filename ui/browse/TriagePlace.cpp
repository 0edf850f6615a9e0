// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/TriagePlace.h"

#include "ui/browse/StudyWords.h"

namespace pleurascope::ui::browse {

QString TriagePlace::words() const {
    const auto& row = m_studies.study(m_row);
    if (m_studies.group(m_row) == StudyGroup::waiting)
        return tr("Place %1: it has waited for more than %n hour(s)", nullptr, m_studies.longestWait())
            .arg(m_row + 1);
    if (!m_studies.isTriageOrder() || !isFlagged(row) || isRead(row))
        return {};
    const QString score = StudyWords(row).score();
    const int passed = m_studies.raisedAbove(m_row);
    if (passed == 0)
        return tr("Place %1, by its score %2").arg(m_row + 1).arg(score);
    return tr("Place %1: score %2 raised it above %n earlier arrival(s)", nullptr, passed)
        .arg(m_row + 1)
        .arg(score);
}

} // namespace pleurascope::ui::browse
