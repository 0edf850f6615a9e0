// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/hanging/RuleList.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::px;

RuleList::RuleList(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget) {
    m_list->setAccessibleName(tr("Hanging rules"));
    m_list->setProperty("kind", QStringLiteral("lines"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(4));
    const auto button = [&](const char* icon, const QString& words, auto pressed) {
        auto* made = new QToolButton;
        made->setIcon(widgets::icon(QString::fromLatin1(icon)));
        made->setIconSize(QSize(px(18), px(18)));
        made->setToolTip(words);
        made->setAccessibleName(words);
        made->setFocusPolicy(Qt::TabFocus);
        connect(made, &QToolButton::clicked, this, pressed);
        buttons->addWidget(made);
        return made;
    };
    button("plus", tr("Add a rule"), [this] { add(); });
    m_remove = button("minus", tr("Remove this rule"), [this] { remove(); });
    m_up = button("up", tr("Try this rule earlier"), [this] { move(-1); });
    m_down = button("down", tr("Try this rule later"), [this] { move(1); });
    buttons->addStretch(1);
    auto* fallback = new widgets::TextLabel(tr("Where none can be filled, the first film hangs alone."),
                                            widgets::TextSize::label, widgets::Token::text2);
    fallback->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(m_list, 1);
    column->addWidget(fallback);
    column->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &RuleList::follow);
}

void RuleList::setRules(std::vector<reading::HangingRule> rules) {
    m_rules = std::move(rules);
    fill(0);
}

int RuleList::chosen() const {
    return m_list->currentRow();
}

void RuleList::fill(int chosen) {
    {
        const QSignalBlocker blocked(m_list);
        m_list->clear();
        for (std::size_t i = 0; i < m_rules.size(); ++i)
            m_list->addItem(tr("%1. %2").arg(i + 1).arg(QString::fromStdString(m_rules[i].name)));
        m_list->setCurrentRow(std::min(chosen, int(m_rules.size()) - 1));
    }
    follow();
}

void RuleList::follow() {
    const int rule = chosen();
    m_remove->setEnabled(rule >= 0);
    m_up->setEnabled(rule > 0);
    m_down->setEnabled(rule >= 0 && rule + 1 < int(m_rules.size()));
    Q_EMIT chosenChanged(rule);
}

void RuleList::changeChosen(const reading::HangingRule& rule) {
    const int row = chosen();
    if (row < 0)
        return;
    m_rules[std::size_t(row)] = rule;
    m_list->item(row)->setText(tr("%1. %2").arg(row + 1).arg(QString::fromStdString(rule.name)));
}

void RuleList::add() {
    reading::HangingRule rule;
    rule.name = tr("New rule").toStdString();
    rule.places.push_back({});
    const auto place = m_rules.begin() + (chosen() + 1);
    m_rules.insert(place, rule);
    fill(chosen() + 1);
    Q_EMIT rulesChanged();
}

void RuleList::remove() {
    const int row = chosen();
    m_rules.erase(m_rules.begin() + row);
    fill(row);
    Q_EMIT rulesChanged();
}

void RuleList::move(int by) {
    const int row = chosen();
    std::swap(m_rules[std::size_t(row)], m_rules[std::size_t(row + by)]);
    fill(row + by);
    Q_EMIT rulesChanged();
}

} // namespace pleurascope::ui::review
