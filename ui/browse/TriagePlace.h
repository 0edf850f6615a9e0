// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/StudyListModel.h"

#include <QCoreApplication>

namespace pleurascope::ui::browse {

/// Why a study stands where it stands in the triage order, in words.
class TriagePlace {
    Q_DECLARE_TR_FUNCTIONS(TriagePlace)
public:
    TriagePlace(const StudyListModel& studies, int row)
        : m_studies(studies)
        , m_row(row) {}

    /// Empty where its score did not move it.
    [[nodiscard]] QString words() const;

private:
    const StudyListModel& m_studies;
    int m_row;
};

} // namespace pleurascope::ui::browse
