// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/StudyListing.h"

#include <QFrame>

#include <array>

class QButtonGroup;

namespace pleurascope::ui::widgets {
class ActionButton;
}

namespace pleurascope::ui::browse {

/// The chips above the worklist, each with its count, and the way back to the triage order.
class FilterBar : public QFrame {
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    void setCount(StudyFilter filter, int count);
    [[nodiscard]] StudyFilter current() const;
    void setCurrent(StudyFilter filter);
    /// Says which order the list has.
    void setTriageOrder(bool triage);

Q_SIGNALS:
    void filterChosen(pleurascope::ui::browse::StudyFilter filter);
    void triageOrderChosen();

private:
    QButtonGroup* m_group;
    std::array<widgets::ActionButton*, studyFilterCount> m_chips{};
    widgets::ActionButton* m_order;
};

} // namespace pleurascope::ui::browse
