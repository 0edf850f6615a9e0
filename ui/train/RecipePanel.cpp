// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/RecipePanel.h"

#include "ui/train/RecipeForm.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TextLabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace pleurascope::ui::train {

using widgets::px;

RecipePanel::RecipePanel(QWidget* parent)
    : QFrame(parent)
    , m_form(new RecipeForm)
    , m_reason(new widgets::TextLabel(widgets::TextSize::label, widgets::Token::text2))
    , m_start(new widgets::ActionButton(tr("Start training"), widgets::ButtonKind::primary)) {
    setObjectName(QStringLiteral("leftPanel"));
    setFixedWidth(px(304));
    auto* content = new QWidget;
    auto* contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(px(16), px(16), px(16), px(8));
    contentColumn->addWidget(m_form);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_start->followKey(QStringLiteral("train.start"));
    m_reason->setWordWrap(true);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(px(16), px(8), px(16), px(16));
    foot->setSpacing(px(8));
    foot->addWidget(m_reason);
    foot->addWidget(m_start);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    connect(m_start, &QPushButton::clicked, this, &RecipePanel::startRequested);
}

void RecipePanel::setReason(const QString& reason) {
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_start->setEnabled(reason.isEmpty());
}

} // namespace pleurascope::ui::train
