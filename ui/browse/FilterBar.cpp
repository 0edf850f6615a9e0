// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/FilterBar.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace pleurascope::ui::browse {

using widgets::ActionButton;
using widgets::ButtonKind;
using widgets::px;

FilterBar::FilterBar(QWidget* parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
    , m_order(new ActionButton(tr("Triage order"), ButtonKind::ghost)) {
    setProperty("surface", QStringLiteral("window"));
    const QStringList words{tr("All"), tr("Flagged"), tr("Unread"), tr("Read"), tr("Disputed"), tr("Bin")};
    const QStringList tips{tr("All studies"),
                           tr("At or above the threshold and not yet read (F)"),
                           tr("Not yet read (U)"),
                           tr("Read, whatever the verdict"),
                           tr("Read with a verdict against the score"),
                           tr("Taken out of the worklist, until the bin is emptied")};
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(8), px(16), px(8));
    row->setSpacing(px(8));
    for (int i = 0; i < studyFilterCount; ++i) {
        auto* chip = new ActionButton(words[i], ButtonKind::pill);
        chip->setCheckable(true);
        chip->setCount(0);
        chip->setToolTip(tips[i]);
        m_group->addButton(chip, i);
        m_chips[std::size_t(i)] = chip;
        row->addWidget(chip);
    }
    m_chips[0]->setChecked(true);
    m_chips[std::size_t(StudyFilter::bin)]->hide();
    row->addStretch(1);
    m_order->setIconName(QStringLiteral("order"));
    m_order->setDense(true);
    m_order->setCheckable(false);
    row->addWidget(m_order);
    setTriageOrder(true);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT filterChosen(StudyFilter(id)); });
    connect(m_order, &QPushButton::clicked, this, &FilterBar::triageOrderChosen);
}

void FilterBar::setCount(StudyFilter filter, int count) {
    m_chips[std::size_t(filter)]->setCount(count);
    if (filter == StudyFilter::bin)
        m_chips[std::size_t(filter)]->setVisible(count > 0 || current() == StudyFilter::bin);
}

StudyFilter FilterBar::current() const {
    return StudyFilter(m_group->checkedId());
}

void FilterBar::setCurrent(StudyFilter filter) {
    m_chips[std::size_t(filter)]->setChecked(true);
}

void FilterBar::setTriageOrder(bool triage) {
    m_order->setText(triage ? tr("Triage order") : tr("Back to triage order"));
    m_order->setToolTip(
        triage ? tr("Flagged studies first, the highest score on top; the others as they arrived")
               : tr("Sorted by a column. Press to put flagged studies first again"));
}

} // namespace pleurascope::ui::browse
