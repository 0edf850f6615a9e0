// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/learning/LearningModule.h"
#include "ui/tasks/LongTask.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>

namespace pleurascope::ui::train {

/// One training run on a thread of its own, its news brought to the GUI thread, where it lives. Destroying it
/// asks to stop, then waits.
class TrainingRun : public QObject {
    Q_OBJECT
public:
    explicit TrainingRun(QObject* parent = nullptr);

    /// Must not be running. The films are read through a reader of its own.
    void start(learning::LearningModule& module, const training::TrainingConfig& config,
               const std::filesystem::path& readerProgram);
    void requestStop() { m_task.requestStop(); }
    [[nodiscard]] bool isRunning() const { return m_task.isRunning(); }

Q_SIGNALS:
    void dataRead(const pleurascope::training::DatasetSummary& summary);
    void progressed(const pleurascope::core::Progress& progress);
    void epochFinished(const pleurascope::training::EpochRecord& record);
    /// Exactly one of the two ends a run.
    void finished(const pleurascope::training::TrainingOutcome& outcome);
    void failed(const pleurascope::core::Error& error);

private:
    class Observer;
    using Result = core::Result<training::TrainingOutcome>;

    void report();

    std::shared_ptr<std::optional<Result>> m_result;
    tasks::LongTask m_task; ///< last: its destructor waits while the rest is there
};

} // namespace pleurascope::ui::train
