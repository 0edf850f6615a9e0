// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/learning/LearningModule.h"
#include "ui/shell/MainWindow.h"
#include "ui/tasks/LatestTask.h"

#include <QObject>

#include <optional>

namespace pleurascope::desktop {

/// Opens the model that is used for review, off the GUI thread, and remembers which one that is. Opening
/// another one while one is being opened drops the first. GUI thread.
class ModelDesk : public QObject {
    Q_OBJECT
public:
    explicit ModelDesk(ui::shell::Services& services, QObject* parent = nullptr);

    /// Opens the remembered model, or says that there is none.
    void setModule(learning::LearningModule* module);
    void choose(const QString& hash);
    /// Puts a model file on the shelf, then chooses it.
    void useFile(const QString& file);
    /// If the model in use was deleted, there is none.
    void forget(const QString& hash);

Q_SIGNALS:
    void opened(const pleurascope::ui::shell::OpenedModel& model);
    void unavailable(const QString& reason);
    void failed(const pleurascope::core::Error& error);

private:
    void openChosen();
    [[nodiscard]] std::optional<reading::ShelvedModel> shelved(const QString& hash);

    ui::shell::Services& m_services;
    learning::LearningModule* m_module = nullptr;
    ui::tasks::LatestTask<core::Result<ui::shell::OpenedModel>> m_opening;
    ui::tasks::LatestTask<core::Result<reading::ShelvedModel>> m_adding;
};

} // namespace pleurascope::desktop
