// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/TrainPage.h"

#include "ui/train/ChartGrid.h"
#include "ui/train/ChartLegend.h"
#include "ui/train/PhantomButton.h"
#include "ui/train/RecipeForm.h"
#include "ui/train/RecipePanel.h"
#include "ui/train/RunListModel.h"
#include "ui/train/RunStatus.h"
#include "ui/train/RunSummary.h"
#include "ui/train/RunsPanel.h"
#include "ui/train/TimeText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pleurascope::ui::train {

using widgets::ActionButton;
using widgets::ButtonKind;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

TrainPage::TrainPage(core::Profile profile, std::filesystem::path readerProgram, QWidget* parent)
    : QWidget(parent)
    , m_profile(std::move(profile))
    , m_readerProgram(std::move(readerProgram))
    , m_header(new widgets::PageHeader(tr("Train")))
    , m_phantoms(new PhantomButton(m_profile.data / "phantoms"))
    , m_recipe(new RecipePanel)
    , m_status(new RunStatus)
    , m_legend(new ChartLegend)
    , m_charts(new ChartGrid)
    , m_runs(new RunsPanel) {
    makeHeader();
    layOut();
    connectRun();
    connectPhantoms();
    setLearningUnavailable(tr("The learning module is still being opened."));
    m_status->show(tr("No run"), tr("Choose a data set and start, or look at a finished run."));
    m_curves.begin(m_recipe->form().recipe().epochs);
    m_charts->show(m_curves);
    readRuns();
}

TrainPage::~TrainPage() {
    m_run.disconnect(this);
}

void TrainPage::makeHeader() {
    m_header->setSubtitle(tr("A classifier's head on a pretrained backbone"));
    m_runsButton = new ActionButton(tr("Runs"));
    m_runsButton->setCheckable(true);
    m_runsButton->setToolTip(tr("The machine and the finished runs, in place of the recipe"));
    connect(m_runsButton, &QPushButton::toggled, this, &TrainPage::shareWidth);
    m_header->row()->addStretch(1);
    m_header->row()->addWidget(m_runsButton);
    m_header->row()->addWidget(m_phantoms);
}

void TrainPage::layOut() {
    auto* column = new QVBoxLayout(this);
    column->setSizeConstraint(QLayout::SetNoConstraint); // shareWidth() makes room once the page is narrow
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_recipe);
    row->addWidget(makeCentre(), 1);
    row->addWidget(m_runs);
    column->addWidget(m_header);
    column->addLayout(row, 1);
}

QWidget* TrainPage::makeCentre() {
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(px(16), px(12), px(16), px(16));
    column->setSpacing(px(8));
    column->addWidget(m_status);
    column->addWidget(m_legend);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_charts);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_charts->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    return centre;
}

/// Where there is no room for both, the finished runs take the recipe's place when they are asked for.
void TrainPage::shareWidth() {
    const bool narrow = width() < px(1180);
    const bool runs = !narrow || m_runsButton->isChecked();
    m_runsButton->setVisible(narrow);
    m_runs->setVisible(runs);
    m_recipe->setVisible(!narrow || !runs);
}

QSize TrainPage::minimumSizeHint() const {
    return {px(800), px(560)};
}

void TrainPage::resizeEvent(QResizeEvent*) {
    shareWidth();
}

void TrainPage::connectRun() {
    connect(&m_run, &TrainingRun::dataRead, this, &TrainPage::showData);
    connect(&m_run, &TrainingRun::progressed, this, &TrainPage::showProgress);
    connect(&m_run, &TrainingRun::epochFinished, this, &TrainPage::showEpoch);
    connect(&m_run, &TrainingRun::finished, this, &TrainPage::finishRun);
    connect(&m_run, &TrainingRun::failed, this, &TrainPage::failRun);
    connect(m_recipe, &RecipePanel::startRequested, this, &TrainPage::startTraining);
    connect(m_status, &RunStatus::stopRequested, this, &TrainPage::stopTraining);
    connect(m_status, &RunStatus::pauseRequested, this, &TrainPage::pauseTraining);
    connect(m_status, &RunStatus::continueRequested, this, &TrainPage::pauseTraining);
    connect(m_runs, &RunsPanel::continueRequested, this,
            [this](const FinishedRun& run) { continueRun(run.folder); });
    connect(m_runs, &RunsPanel::runChosen, this, &TrainPage::showRun);
    connect(m_runs, &RunsPanel::useModelRequested, this, &TrainPage::useModelRequested);
    connect(m_charts, &ChartGrid::followingChanged, m_legend, [this](bool following) {
        m_charts->setFollowing(following);
        m_legend->setFollowing(following);
    });
    connect(m_legend, &ChartLegend::followingChosen, m_charts, &ChartGrid::setFollowing);
    const auto key = [this](const char* id, const QString& words, const QKeySequence& keys,
                            void (TrainPage::*slot)()) {
        widgets::KeyBindings::current().bind(
            this, {QStringLiteral("train.") + QLatin1String(id), widgets::KeyPlace::train, words, keys, {}},
            [this, slot] { (this->*slot)(); });
    };
    key("start", tr("Start"), Qt::CTRL | Qt::Key_Return, &TrainPage::startTraining);
    key("stop", tr("Stop"), Qt::CTRL | Qt::Key_Period, &TrainPage::stopTraining);
    key("pause", tr("Pause, continue"), Qt::Key_P, &TrainPage::pauseTraining);
}

void TrainPage::connectPhantoms() {
    connect(m_phantoms, &PhantomButton::made, this, [this](const QString& folder) {
        if (isTraining())
            return; // the recipe is locked
        m_recipe->form().setRecipe(Recipe::forPhantoms(folder));
        m_recipe->form().showProblems({});
    });
    connect(m_phantoms, &PhantomButton::failed, this, [this](const core::Error& error) {
        if (!isTraining())
            m_status->showError(tr("No phantoms"), widgets::errorText(error));
    });
}

void TrainPage::showRun(const FinishedRun& run) {
    if (isTraining())
        return; // the curves belong to the run that goes on
    const bool justEnded = run.folder == m_runFolder;
    m_curves.begin(run.plannedEpochs);
    for (const training::EpochRecord& record : run.epochs)
        m_curves.add(record);
    m_charts->setFollowing(true);
    m_legend->setFollowing(true);
    m_charts->show(m_curves);
    m_charts->setLeaking(run.validationLeaks);
    if (!justEnded) {
        m_charts->summary().clear();
        m_status->show(RunListModel::runName(run.name),
                       run.isUnfinished ? tr("Not finished; it can be continued") : tr("Finished earlier"));
        m_status->setStage(StageBar::done, 0, {});
    }
    m_charts->summary().showCurves(m_curves);
}

void TrainPage::readRuns(const std::filesystem::path& chosen) {
    m_runsTask.start([folder = m_profile.runsFolder()](
                         std::stop_token stop) { return train::readRuns(folder, std::move(stop)); },
                     [this, chosen](std::vector<FinishedRun> runs) {
                         m_runs->setRuns(std::move(runs));
                         if (!chosen.empty() && !isTraining())
                             m_runs->choose(chosen);
                     });
}

} // namespace pleurascope::ui::train
