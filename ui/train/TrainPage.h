// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Profile.h"
#include "engine/learning/LearningModule.h"
#include "ui/tasks/LatestTask.h"
#include "ui/train/CurveModel.h"
#include "ui/train/PaceMeter.h"
#include "ui/train/RunHistory.h"
#include "ui/train/TrainingRun.h"

#include <QElapsedTimer>
#include <QWidget>

#include <filesystem>

namespace pleurascope::ui::widgets {
class ActionButton;
class PageHeader;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

class ChartGrid;
class ChartLegend;
class PhantomButton;
class RecipePanel;
class RunStatus;
class RunsPanel;

/// Configures, runs and watches training: recipe left, curves in the middle, machine and finished runs right.
/// One run at a time, on a thread of its own; closing asks it to stop and waits. Lives on the GUI thread.
class TrainPage : public QWidget {
    Q_OBJECT
public:
    TrainPage(core::Profile profile, std::filesystem::path readerProgram, QWidget* parent = nullptr);
    ~TrainPage() override;

    [[nodiscard]] bool isTraining() const { return m_run.isRunning(); }
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Enables the start. The module must outlive the page.
    void setLearningModule(pleurascope::learning::LearningModule* module);
    void setLearningUnavailable(QString reason);
    void startTraining();
    void stopTraining();
    /// Pauses the run that goes on, or goes on with the one that was paused.
    void pauseTraining();

Q_SIGNALS:
    void useModelRequested(QString modelFile);
    /// What runs here, for the status strip: empty text and a negative fraction when nothing does.
    void statusChanged(QString text, double fraction);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void shareWidth();
    QWidget* makeCentre();
    void makeHeader();
    void connectRun();
    void connectPhantoms();

    void showData(const training::DatasetSummary& summary);
    void showProgress(const core::Progress& progress);
    void showEpoch(const training::EpochRecord& record);
    void finishRun(const training::TrainingOutcome& outcome);
    void failRun(const core::Error& error);
    void endRun();
    void begin(training::TrainingConfig config);
    void continueRun(const std::filesystem::path& folder);
    void showRun(const FinishedRun& run);
    void readRuns(const std::filesystem::path& chosen = {});
    void updateStart();
    [[nodiscard]] QString paceText() const;
    [[nodiscard]] QString runTitle() const;

    core::Profile m_profile;
    std::filesystem::path m_readerProgram;
    learning::LearningModule* m_module = nullptr;
    QString m_unavailable;

    widgets::PageHeader* m_header;
    PhantomButton* m_phantoms;
    widgets::ActionButton* m_runsButton;
    RecipePanel* m_recipe;
    RunStatus* m_status;
    ChartLegend* m_legend;
    ChartGrid* m_charts;
    RunsPanel* m_runs;

    CurveModel m_curves;
    PaceMeter m_pace;
    QElapsedTimer m_clock;
    std::filesystem::path m_runFolder;
    int m_plannedEpochs = 0;
    bool m_stopping = false;
    bool m_isPaused = false; ///< or is being paused
    QString m_device;
    tasks::LatestTask<std::vector<FinishedRun>> m_runsTask;
    TrainingRun m_run; ///< last: stops and waits first
};

} // namespace pleurascope::ui::train
