// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/ChartGrid.h"

#include "ui/train/CurvePlot.h"
#include "ui/train/RunSummary.h"
#include "ui/widgets/TextLabel.h"

#include <QGridLayout>
#include <QLocale>
#include <QSignalBlocker>

namespace pleurascope::ui::train {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {
constexpr int drawInterval = 33; ///< ms
}

ChartGrid::ChartGrid(QWidget* parent)
    : QWidget(parent)
    , m_summary(new RunSummary) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(px(16));
    addPlot(*grid, Measure::loss, 2, tr("Loss"));
    addPlot(*grid, Measure::auc, 3, tr("AUC"));
    addPlot(*grid, Measure::accuracy, 3, tr("Accuracy"));
    addPlot(*grid, Measure::precision, 3, tr("Precision"));
    m_precisionTitle = m_lastTitle;
    addPlot(*grid, Measure::recall, 3, tr("Recall"));
    m_recallTitle = m_lastTitle;
    m_plots.back()->nameEpochAxis();
    grid->addWidget(m_summary, 2, 1);
    for (int i = 0; i < 2; ++i)
        grid->setColumnStretch(i, 1);
    for (int i = 0; i < 3; ++i)
        grid->setRowStretch(i, 1);
    for (int i = 0; i < 3; ++i)
        grid->setRowMinimumHeight(i, px(160)); // lower, and the numbers of an axis lie on one another
    m_timer.setSingleShot(true);
    m_timer.setInterval(drawInterval);
    connect(&m_timer, &QTimer::timeout, this, &ChartGrid::draw);
}

CurvePlot* ChartGrid::addPlot(QGridLayout& grid, Measure measure, int decimals, const QString& title) {
    auto* card = new QFrame;
    card->setProperty("surface", QStringLiteral("card"));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(px(12), px(10), px(4), px(4));
    column->setSpacing(0);
    auto* heading = new QHBoxLayout;
    m_lastTitle = new TextLabel(title);
    m_lastTitle->setSmallSection();
    auto* remark = new TextLabel(TextSize::label, Token::text2);
    m_remarks.push_back(remark);
    heading->addWidget(m_lastTitle);
    heading->addStretch(1);
    heading->addWidget(remark);
    heading->addSpacing(px(8));
    auto* plot = new CurvePlot(measure, decimals);
    plot->setAccessibleName(title);
    column->addLayout(heading);
    column->addWidget(plot, 1);
    connect(plot, &CurvePlot::followingChanged, this, &ChartGrid::followingChanged);
    const int index = int(m_plots.size());
    grid.addWidget(card, index / 2, index % 2);
    m_plots.push_back(plot);
    return plot;
}

void ChartGrid::setPositiveClass(const QString& name) {
    m_precisionTitle->setText(name.isEmpty() ? tr("Precision") : tr("Precision, %1").arg(name));
    m_recallTitle->setText(name.isEmpty() ? tr("Recall") : tr("Recall, %1").arg(name));
}

void ChartGrid::show(const CurveModel& curves) {
    m_curves = curves;
    if (!m_timer.isActive())
        m_timer.start();
}

void ChartGrid::setLeaking(bool leaking) {
    m_leaking = leaking;
    if (!m_timer.isActive())
        m_timer.start();
}

void ChartGrid::setFollowing(bool following) {
    for (CurvePlot* plot : m_plots) {
        const QSignalBlocker blocker(plot);
        plot->setFollowing(following);
    }
}

void ChartGrid::draw() {
    const auto best = m_curves.bestEpoch();
    QString remark;
    if (best) {
        for (const training::EpochRecord& record : m_curves.epochs())
            if (record.epoch == *best)
                remark = tr("best %1 at epoch %2")
                             .arg(QLocale().toString(record.validation.auc, 'f', 3))
                             .arg(*best);
    }
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        const QString own = m_plots[i]->measure() == Measure::auc ? remark : QString();
        const QString leak = m_leaking ? tr("validation leaks") : QString();
        m_remarks[i]->setText(leak.isEmpty() || own.isEmpty() ? leak + own : tr("%1, %2").arg(leak, own));
    }
    for (CurvePlot* plot : m_plots) {
        plot->show(m_curves);
        plot->replotSoon();
    }
}

} // namespace pleurascope::ui::train
