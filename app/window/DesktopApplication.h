// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/WindowModule.h"
#include "app/window/DemonstrationBuilder.h"
#include "app/window/FileHandover.h"
#include "app/window/ModelDesk.h"
#include "engine/reading/ScoringQueue.h"
#include "ui/shell/MainWindow.h"

#include <memory>

namespace pleurascope::desktop {

/// Builds what the window works with, wires it, and takes it down in the right order: window, workers,
/// library. The learning module is opened on a worker once the worklist is painted.
class DesktopApplication : public QObject, public WindowContent {
    Q_OBJECT
public:
    DesktopApplication(const WindowStart& start, std::unique_ptr<store::Library> library);
    ~DesktopApplication() override;

private:
    void takeOver(const QStringList& paths);
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
    FileHandover m_handover;
    ModelDesk m_desk;
    DemonstrationBuilder m_demonstration;
    ui::tasks::LatestTask<core::Result<learning::LearningModule*>> m_opening;
};

} // namespace pleurascope::desktop
