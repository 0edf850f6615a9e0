// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/DemonstrationBuilder.h"
#include "app/desktop/ModelDesk.h"
#include "engine/reading/ScoringQueue.h"
#include "ui/shell/MainWindow.h"

#include <memory>

namespace pleurascope::desktop {

/// Builds what the window works with, wires it, and takes it down in the right order: window, workers,
/// library. The learning module is opened on a worker after the first paint.
class DesktopApplication : public QObject {
    Q_OBJECT
public:
    DesktopApplication(core::Profile profile, std::unique_ptr<store::Library> library,
                       ui::widgets::Settings& settings);
    ~DesktopApplication() override;

    void show(const QStringList& paths);
    /// From another process: its files, and the window to the front.
    void takeOver(const QStringList& paths);

private:
    void connectDesk();
    void connectDemonstration();
    void startScoring();
    void finishStart(const QStringList& paths);
    void openLearning();
    void learningOpened(const core::Result<learning::LearningModule*>& module);
    void useModel(const ui::shell::OpenedModel& model);
    void showNoModel(const QString& reason);

    std::unique_ptr<store::Library> m_library;
    reading::ModelShelf m_shelf;
    ui::shell::Services m_services;
    std::unique_ptr<reading::ScoringQueue> m_scoring;
    std::unique_ptr<ui::shell::MainWindow> m_window;
    ModelDesk m_desk;
    DemonstrationBuilder m_demonstration;
    ui::tasks::LatestTask<core::Result<learning::LearningModule*>> m_opening;
};

} // namespace pleurascope::desktop
