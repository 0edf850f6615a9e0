// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/WindowModule.h"
#include "app/window/DemonstrationBuilder.h"
#include "app/window/FileHandover.h"
#include "app/window/ModelDesk.h"
#include "engine/reading/ScoringQueue.h"
#include "engine/store/Backup.h"
#include "ui/shell/MainWindow.h"

#include <memory>
#include <optional>

namespace pleurascope::desktop {

/// The library that the window works with, and what was done for it if its file was damaged.
struct OpenedLibrary {
    std::unique_ptr<store::Library> library;
    std::optional<store::Restored> salvaged;
};

/// Builds what the window works with, wires it, and takes it down in the right order: window, workers,
/// library. The learning module is opened on a worker once the worklist is painted.
class DesktopApplication : public QObject, public WindowContent {
    Q_OBJECT
public:
    DesktopApplication(const WindowStart& start, OpenedLibrary opened);
    ~DesktopApplication() override;

private:
    void takeOver(const QStringList& paths);
    void connectDesk();
    void connectDemonstration();
    void startScoring();
    void finishStart(const QStringList& paths);
    /// Of a library in a file; one of today is enough.
    void keepBackup();
    void tellSalvaged();
    void openLearning();
    void learningOpened(const core::Result<learning::LearningModule*>& module);
    void useModel(const ui::shell::OpenedModel& model);
    void showNoModel(const QString& reason);

    std::unique_ptr<store::Library> m_library;
    std::optional<store::Restored> m_salvaged;
    reading::ModelShelf m_shelf;
    ui::shell::Services m_services;
    std::unique_ptr<reading::ScoringQueue> m_scoring;
    std::unique_ptr<ui::shell::MainWindow> m_window;
    FileHandover m_handover;
    ModelDesk m_desk;
    DemonstrationBuilder m_demonstration;
    ui::tasks::LatestTask<core::Result<learning::LearningModule*>> m_opening;
    ui::tasks::LatestTask<core::Result<void>> m_backup;
};

} // namespace pleurascope::desktop
