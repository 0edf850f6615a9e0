// SPDX-License-Identifier: GPL-3.0-or-later
// The run that goes on: from its start to its end.
#include "ui/train/TrainPage.h"

#include "engine/core/Files.h"
#include "engine/training/RunRecords.h"
#include "ui/train/ChartGrid.h"
#include "ui/train/PhantomButton.h"
#include "ui/train/RecipeForm.h"
#include "ui/train/RecipePanel.h"
#include "ui/train/RunListModel.h"
#include "ui/train/RunStatus.h"
#include "ui/train/RunSummary.h"
#include "ui/train/RunsPanel.h"
#include "ui/train/TimeText.h"
#include "ui/widgets/ErrorText.h"

#include <QLocale>

namespace pleurascope::ui::train {

void TrainPage::setLearningModule(learning::LearningModule* module) {
    m_module = module;
    m_unavailable.clear();
    const learning::RuntimeInfo& runtime = module->runtime();
    m_device = runtime.cudaDevice.empty() ? tr("CPU, %1 threads").arg(runtime.threads)
                                          : QString::fromStdString(runtime.cudaDevice);
    m_runs->showMachine(m_device, {}, {});
    updateStart();
}

void TrainPage::setLearningUnavailable(QString reason) {
    m_module = nullptr;
    m_unavailable = std::move(reason);
    updateStart();
}

void TrainPage::updateStart() {
    m_recipe->form().setLocked(isTraining());
    m_recipe->setReason(isTraining() ? tr("Locked while a run goes on.") : m_unavailable);
    m_status->setGoing(isTraining() ? RunStatus::Going::running
                       : m_isPaused ? RunStatus::Going::paused
                                    : RunStatus::Going::nothing);
    m_runs->setContinuable(m_module && !isTraining());
}

void TrainPage::startTraining() {
    if (!m_module || isTraining())
        return;
    const Recipe recipe = m_recipe->form().recipe();
    const auto problems = recipe.problems();
    m_recipe->form().showProblems(problems);
    if (!problems.empty())
        return;
    m_runFolder = nextRunFolder(m_profile.runsFolder());
    training::TrainingConfig config = recipe.config(m_runFolder);
    config.modelName = runTitle().toStdString();
    config.phantomsOnly = config.data == m_phantoms->folder();
    m_curves.begin(config.epochs);
    m_charts->setPositiveClass({});
    m_charts->setLeaking(false);
    m_charts->summary().clear();
    begin(std::move(config));
}

/// The run in `m_runFolder`, whose curves stand already.
void TrainPage::begin(training::TrainingConfig config) {
    config.featureCache = m_profile.featuresFolder();
    m_plannedEpochs = config.epochs;
    m_runs->clearChoice();
    m_pace.reset();
    m_stopping = m_isPaused = false;
    m_clock.start();
    m_charts->show(m_curves);
    m_status->setStage(StageBar::films, 0, {});
    m_status->show(runTitle(), tr("Reading the data set"));
    m_run.start(*m_module, config, m_readerProgram);
    updateStart();
    Q_EMIT statusChanged(runTitle(), 0);
}

void TrainPage::continueRun(const std::filesystem::path& folder) {
    if (!m_module || isTraining())
        return;
    auto run = readRun(folder);
    const auto text = core::readText(folder / "run.json");
    auto config = text ? training::configFromRunJson(*text) : core::failure(text);
    if (!run || !config) {
        m_status->showError(RunListModel::runName(folder.filename().string()),
                            widgets::errorText(run ? config.error() : run.error()));
        return;
    }
    showRun(*run);
    m_runFolder = folder;
    config->output = folder;
    config->resume = true;
    begin(std::move(*config));
}

void TrainPage::pauseTraining() {
    if (!isTraining()) {
        if (m_isPaused)
            continueRun(m_runFolder);
        return;
    }
    m_isPaused = true;
    stopTraining();
    m_status->show(runTitle(), tr("Pausing after the batch at hand"));
}

void TrainPage::stopTraining() {
    if (!isTraining())
        return;
    m_stopping = true;
    m_run.requestStop();
    m_status->show(runTitle(), tr("Stopping; the best epoch so far is kept"));
    m_status->setGoing(RunStatus::Going::nothing);
}

void TrainPage::showData(const training::DatasetSummary& summary) {
    m_device = QString::fromStdString(summary.device);
    m_charts->summary().showData(summary);
    m_charts->setLeaking(summary.validationLeaks);
}

void TrainPage::showProgress(const core::Progress& progress) {
    m_pace.add(progress, double(m_clock.elapsed()) / 1000);
    const bool onFilms = progress.stage == "films";
    const int epoch = m_curves.isEmpty() ? 0 : m_curves.epochs().back().epoch;
    QString remark = onFilms ? tr("%1 of %2").arg(progress.done).arg(progress.total)
                             : tr("epoch %1 of %2").arg(epoch).arg(m_plannedEpochs);
    if (const auto left = m_pace.remaining())
        remark = tr("%1, %2 left").arg(remark, durationText(*left));
    m_status->setStage(onFilms ? StageBar::films : StageBar::epochs, m_pace.fraction(), remark);
    if (!m_stopping)
        m_status->show(runTitle(), onFilms ? tr("Looking at every film once") : tr("Training"));
    m_runs->showMachine(m_device, paceText(), durationText(double(m_clock.elapsed()) / 1000));
    Q_EMIT statusChanged(tr("%1, %2").arg(runTitle(), remark), m_pace.fraction());
}

void TrainPage::showEpoch(const training::EpochRecord& record) {
    m_curves.add(record);
    m_charts->show(m_curves);
    m_charts->summary().showCurves(m_curves);
}

void TrainPage::finishRun(const training::TrainingOutcome& outcome) {
    const QString auc = QLocale().toString(outcome.bestValidationAuc, 'f', 3);
    const bool stopped = outcome.outcome == core::Outcome::stopped;
    m_isPaused = m_isPaused && stopped && outcome.epochs > 0;
    if (m_isPaused)
        m_status->show(runTitle(),
                       tr("Paused after epoch %1 of %2").arg(outcome.epochs).arg(m_plannedEpochs));
    else if (outcome.bestEpoch > 0)
        m_status->show(
            runTitle(),
            stopped ? tr("Stopped. Epoch %1 is kept, validation AUC %2").arg(outcome.bestEpoch).arg(auc)
                    : tr("Finished. Epoch %1 is kept, validation AUC %2").arg(outcome.bestEpoch).arg(auc));
    else
        m_status->show(runTitle(), tr("Stopped before the first epoch ended; nothing is kept"));
    m_status->setStage(outcome.bestEpoch > 0 ? StageBar::done : StageBar::none, 0, {});
    endRun();
}

void TrainPage::failRun(const core::Error& error) {
    m_isPaused = false;
    m_status->showError(tr("%1 failed").arg(runTitle()), widgets::errorText(error));
    m_status->setStage(StageBar::none, 0, {});
    endRun();
}

void TrainPage::endRun() {
    m_runs->showMachine(m_device, {}, durationText(double(m_clock.elapsed()) / 1000));
    updateStart();
    readRuns(m_runFolder);
    Q_EMIT statusChanged(QString(), -1);
}

QString TrainPage::paceText() const {
    const auto rate = m_pace.rate();
    if (!rate)
        return {};
    const QString number = QLocale().toString(*rate, 'f', *rate < 10 ? 1 : 0);
    return m_pace.progress().stage == "films" ? tr("%1 films a second").arg(number)
                                              : tr("%1 batches a second").arg(number);
}

QString TrainPage::runTitle() const {
    return RunListModel::runName(m_runFolder.filename().string());
}

} // namespace pleurascope::ui::train
