// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PanelSection.h"

#include <QHBoxLayout>

namespace pleurascope::ui::widgets {

QFrame* makeRule(Qt::Orientation orientation, QWidget* parent) {
    auto* rule = new QFrame(parent);
    const bool horizontal = orientation == Qt::Horizontal;
    rule->setObjectName(horizontal ? QStringLiteral("rule") : QStringLiteral("ruleVertical"));
    if (horizontal)
        rule->setFixedHeight(1);
    else
        rule->setFixedWidth(1);
    return rule;
}

PanelSection::PanelSection(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(title, TextSize::section))
    , m_remark(new TextLabel(TextSize::label, Token::text2))
    , m_body(new QVBoxLayout)
    , m_rule(makeRule()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* heading = new QHBoxLayout;
    heading->setSpacing(px(8));
    heading->addWidget(m_title);
    heading->addStretch(1);
    heading->addWidget(m_remark);
    m_heading = heading;
    m_body->setSpacing(px(8));
    column->addLayout(heading);
    column->addLayout(m_body);
    column->addSpacing(px(4));
    column->addWidget(m_rule);
    m_remark->hide();
}

void PanelSection::setTitle(const QString& title) {
    m_title->setText(title);
}

void PanelSection::setRemark(const QString& remark) {
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void PanelSection::setCorner(QWidget* widget) {
    m_heading->addWidget(widget);
}

void PanelSection::setRuleVisible(bool visible) {
    m_rule->setVisible(visible);
}

} // namespace pleurascope::ui::widgets
