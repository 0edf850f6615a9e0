// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SegmentedControl.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace pleurascope::ui::widgets {

SegmentedControl::SegmentedControl(const QStringList& choices, QWidget* parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("segments"));
    m_group->setExclusive(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < choices.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(choices[i]);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        m_group->addButton(button, i);
        row->addWidget(button, 1);
    }
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::press);
}

int SegmentedControl::current() const {
    return m_current;
}

void SegmentedControl::setCurrent(int index) {
    m_current = index;
    for (auto* button : m_group->buttons())
        button->setChecked(m_group->id(button) == index);
}

void SegmentedControl::setToolTips(const QStringList& tips) {
    for (int i = 0; i < tips.size(); ++i)
        if (auto* button = m_group->button(i))
            button->setToolTip(tips[i]);
}

void SegmentedControl::press(int index) {
    const int next = m_clearable && index == m_current ? -1 : index;
    const bool changed = next != m_current;
    setCurrent(next);
    if (changed)
        Q_EMIT chosen(next);
}

} // namespace pleurascope::ui::widgets
