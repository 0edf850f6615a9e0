// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/OpinionPanel.h"

#include "ui/review/ScoreScale.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/NumberLabel.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/ScoreBar.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

OpinionPanel::OpinionPanel(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_pages->addWidget(makeOpinion());
    m_pages->addWidget(makeNoModel());
    column->addWidget(m_pages);
    column->addWidget(widgets::makeRule());
    showNothing();
}

QWidget* OpinionPanel::makeOpinion() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto* heading = new QHBoxLayout;
    heading->setSpacing(px(8));
    m_triangle = new widgets::IconLabel(QStringLiteral("warning"), Token::error);
    m_title = new TextLabel(TextSize::section);
    m_title->setWordWrap(true);
    heading->addWidget(m_triangle, 0, Qt::AlignTop);
    heading->addWidget(m_title, 1);
    column->addLayout(heading);
    column->addLayout(makeFigures());
    m_bar = new widgets::ScoreBar;
    m_scale = new ScoreScale;
    m_demonstration = new TextLabel(TextSize::label, Token::text);
    m_demonstration->setWordWrap(true);
    m_model = new widgets::ElidedLabel(TextSize::label, Token::text2);
    column->addWidget(m_bar);
    column->addWidget(m_scale);
    column->addSpacing(px(8));
    column->addWidget(m_demonstration);
    column->addWidget(m_model);
    column->addStretch(1);
    return page;
}

QLayout* OpinionPanel::makeFigures() {
    auto* figures = new QHBoxLayout;
    figures->setSpacing(px(12));
    m_score = new widgets::NumberLabel(TextSize::score);
    m_score->setWidest(OpinionText::score2(0));
    m_score->setAlignment(Qt::AlignLeft);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_kind = new TextLabel(TextSize::label, Token::text2);
    m_comparison = new TextLabel(TextSize::label, Token::text2);
    m_comparison->setWordWrap(true);
    words->addStretch();
    words->addWidget(m_kind);
    words->addWidget(m_comparison);
    words->addStretch();
    figures->addWidget(m_score);
    figures->addLayout(words, 1);
    return figures;
}

QWidget* OpinionPanel::makeNoModel() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(new TextLabel(tr("No model is loaded"), TextSize::section));
    m_reason = new TextLabel(TextSize::label, Token::text2);
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);
    auto* choose = new widgets::ActionButton(tr("Choose a model"));
    connect(choose, &QPushButton::clicked, this, &OpinionPanel::chooseModelRequested);
    column->addWidget(choose, 0, Qt::AlignLeft);
    column->addStretch(1);
    return page;
}

void OpinionPanel::clearScore(const QString& title) {
    m_pages->setCurrentIndex(0);
    m_triangle->hide();
    m_title->setText(title);
    m_score->setText(QString());
    m_kind->setText(QString());
    m_comparison->setText(QString());
    m_bar->setMark(std::nullopt);
    m_scale->setThreshold(std::nullopt);
    m_demonstration->setText(QString());
    m_model->setText(QString());
    Q_EMIT told(title, QString(), false);
}

void OpinionPanel::setModelFacts(const QString& facts) {
    for (auto* label : {m_kind, m_comparison, m_model}) {
        label->setToolTip(facts);
        label->setAccessibleDescription(facts);
    }
}

void OpinionPanel::showNothing() {
    clearScore(tr("No film is open"));
}

void OpinionPanel::showWaiting() {
    clearScore(tr("Scoring"));
}

void OpinionPanel::showOpinion(const OpinionText& opinion) {
    m_pages->setCurrentIndex(0);
    m_triangle->hide();
    m_title->setText(opinion.title);
    m_score->setTone(opinion.flagged ? Token::amber : Token::text);
    m_score->setText(opinion.score);
    m_kind->setText(opinion.kind);
    m_comparison->setText(opinion.comparison);
    m_bar->setMark(widgets::ScoreMark{opinion.probability, opinion.threshold});
    m_scale->setThreshold(opinion.threshold);
    m_demonstration->setText(opinion.demonstration);
    m_model->setText(opinion.model);
    Q_EMIT told(opinion.title, opinion.score, opinion.flagged);
}

void OpinionPanel::showNotScored(const QString& sentence) {
    clearScore(sentence);
    m_triangle->show();
}

void OpinionPanel::showNoModel(const QString& reason) {
    m_reason->setText(reason);
    m_pages->setCurrentIndex(1);
    Q_EMIT told(tr("No model is loaded"), QString(), false);
}

} // namespace pleurascope::ui::review
