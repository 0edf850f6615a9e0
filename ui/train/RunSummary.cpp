// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/RunSummary.h"

#include "ui/train/TimeText.h"
#include "ui/widgets/TextLabel.h"

#include <QGridLayout>
#include <QLocale>

namespace pleurascope::ui::train {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

RunSummary::RunSummary(QWidget* parent)
    : QFrame(parent) {
    setProperty("surface", QStringLiteral("card"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(10), px(12), px(12));
    column->setSpacing(px(8));
    auto* title = new TextLabel(tr("This run"));
    title->setSmallSection();
    column->addWidget(title);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    const QStringList names{tr("Best epoch"),
                            tr("Validation AUC"),
                            tr("Training films"),
                            tr("Validation films"),
                            tr("Backbone weights"),
                            tr("Device"),
                            tr("Time")};
    for (int i = 0; i < rowCount; ++i) {
        auto* value = new widgets::ElidedLabel(TextSize::label);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(new TextLabel(names[i], TextSize::label, Token::text2), i, 0);
        grid->addWidget(value, i, 1);
        m_values.push_back(value);
    }
    column->addLayout(grid);
    column->addStretch(1);
    clear();
}

void RunSummary::clear() {
    for (TextLabel* value : m_values)
        value->setText(QStringLiteral("–"));
}

void RunSummary::set(Row row, const QString& text) {
    m_values[std::size_t(row)]->setText(text.isEmpty() ? QStringLiteral("–") : text);
}

void RunSummary::showCurves(const CurveModel& curves) {
    const auto best = curves.bestEpoch();
    if (!best)
        return;
    for (const training::EpochRecord& record : curves.epochs())
        if (record.epoch == *best)
            set(bestAuc, QLocale().toString(record.validation.auc, 'f', 3));
    set(bestEpoch, tr("%1 of %2").arg(*best).arg(curves.epochs().back().epoch));
    if (const double seconds = curves.epochs().back().seconds; seconds > 0)
        set(time, durationText(seconds));
}

void RunSummary::showData(const training::DatasetSummary& summary) {
    const QString films = tr("%1, %2 positive");
    set(trainingFilms, films.arg(summary.trainingFilms).arg(summary.trainingPositives));
    set(validationFilms, films.arg(summary.validationFilms).arg(summary.validationPositives));
    const QString weights = QString::fromStdString(summary.backboneWeights);
    set(backbone, weights == QLatin1String("random") ? tr("random") : weights);
    set(device, QString::fromStdString(summary.device));
}

} // namespace pleurascope::ui::train
