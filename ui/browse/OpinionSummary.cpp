// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/OpinionSummary.h"

#include "ui/browse/StudyWords.h"
#include "ui/widgets/NumberLabel.h"
#include "ui/widgets/ScoreBar.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace pleurascope::ui::browse {

using widgets::NumberLabel;
using widgets::px;
using widgets::ScoreBar;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

OpinionSummary::OpinionSummary(QWidget* parent)
    : QWidget(parent)
    , m_words(new TextLabel(TextSize::section))
    , m_score(new NumberLabel(TextSize::figure))
    , m_bar(new ScoreBar)
    , m_scale(new QWidget)
    , m_zero(new TextLabel(QStringLiteral("0"), TextSize::caption, Token::text2, m_scale))
    , m_threshold(new TextLabel(QString(), TextSize::caption, Token::text2, m_scale))
    , m_one(new TextLabel(QStringLiteral("1"), TextSize::caption, Token::text2, m_scale))
    , m_notes(new TextLabel(TextSize::label, Token::text2)) {
    m_score->setWidest(scoreText(0));
    m_words->setWordWrap(true);
    m_notes->setWordWrap(true);
    m_scale->setFixedHeight(m_zero->sizeHint().height());
    auto* heading = new QHBoxLayout;
    heading->setSpacing(px(8));
    heading->addWidget(m_words, 1);
    heading->addWidget(m_score);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addLayout(heading);
    column->addWidget(m_bar);
    column->addWidget(m_scale);
    column->addSpacing(px(4));
    column->addWidget(m_notes);
}

void OpinionSummary::setStudy(const store::WorklistRow& row, const StateContext& context) {
    const bool scored = hasScore(row);
    m_score->setText(StudyWords(row).score());
    m_scale->setVisible(scored);
    m_bar->setVisible(scored);
    if (!scored) {
        m_words->setText(StudyWords(row).missingScore(context));
        m_notes->setText(QString());
        return;
    }
    const auto& prediction = *row.prediction;
    m_words->setText(isFlagged(row) ? tr("Suggests pleural effusion")
                                    : tr("Does not suggest pleural effusion"));
    m_score->setTone(isFlagged(row) ? Token::amber : Token::text);
    m_bar->setMark(widgets::ScoreMark{prediction.probability, prediction.threshold});
    m_thresholdValue = prediction.threshold;
    m_threshold->setText(tr("threshold %1").arg(scoreText(prediction.threshold)));
    m_notes->setText(notes(prediction));
    placeThreshold();
}

QString OpinionSummary::notes(const store::PredictionRecord& prediction) {
    const QString name = QString::fromStdString(prediction.modelName);
    const QString kind = prediction.calibrated ? tr("Calibrated probability.") : tr("Uncalibrated score.");
    const QString model = prediction.phantomsOnly ? tr("Demonstration model, trained on phantoms only.")
                                                  : tr("Model: %1.").arg(name);
    return QStringLiteral("%1 %2").arg(kind, model);
}

void OpinionSummary::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeThreshold();
}

void OpinionSummary::placeThreshold() {
    const int width = m_scale->width();
    m_zero->adjustSize();
    m_one->adjustSize();
    m_threshold->adjustSize();
    m_zero->move(0, 0);
    m_one->move(width - m_one->width(), 0);
    const int wished = int(m_thresholdValue * width) - m_threshold->width() / 2;
    const int right = m_one->x() - m_threshold->width() - px(8);
    m_threshold->move(std::clamp(wished, m_zero->width() + px(8), std::max(m_zero->width() + px(8), right)),
                      0);
}

} // namespace pleurascope::ui::browse
