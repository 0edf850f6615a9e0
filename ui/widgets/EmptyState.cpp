// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pleurascope::ui::widgets {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_triangle(new IconLabel(QStringLiteral("warning"), Token::error))
    , m_sentence(new TextLabel(TextSize::body, Token::text2))
    , m_action(new ActionButton(QString())) {
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMinimumWidth(px(240));
    m_sentence->setMaximumWidth(px(520));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addStretch(1);
    column->addWidget(m_triangle, 0, Qt::AlignHCenter);
    auto* row = new QHBoxLayout; // an aligned item would be given the height of another width
    row->addStretch(1);
    row->addWidget(m_sentence, 1000);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_triangle->hide();
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionChosen);
}

void EmptyState::setSentence(const QString& sentence) {
    m_triangle->hide();
    m_sentence->setTone(Token::text2);
    m_sentence->setText(sentence);
}

void EmptyState::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::setError(const QString& sentence) {
    m_triangle->show();
    m_sentence->setTone(Token::text);
    m_sentence->setText(sentence);
}

} // namespace pleurascope::ui::widgets
