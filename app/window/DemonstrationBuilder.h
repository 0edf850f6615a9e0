// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/learning/LearningModule.h"
#include "ui/shell/Services.h"
#include "ui/tasks/LongTask.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace pleurascope::desktop {

/// Makes the program's own example at the first start: draws phantom studies, then trains the demonstration
/// model on other phantoms. Each step leaves its result in the profile, so a start that was interrupted is
/// taken up where it was. Lives on the GUI thread, works on one of its own.
class DemonstrationBuilder : public QObject {
    Q_OBJECT
public:
    explicit DemonstrationBuilder(ui::shell::Services& services, QObject* parent = nullptr);

    /// Begins if there is anything to do: an empty library, or an example that was not finished.
    void start();
    /// The model waits for this. Null: there will be none, the studies are all.
    void setModule(learning::LearningModule* module);
    void setModuleMissing();
    [[nodiscard]] bool isWorking() const { return m_step != Step::idle; }

Q_SIGNALS:
    /// The studies are there and want to be imported.
    void studiesDrawn(const QStringList& films);
    /// The model stands in `file` and wants to be used.
    void modelTrained(const QString& file);
    /// What is being done, for the status strip; empty text at the end.
    void progressed(const QString& text, double fraction);
    void failed(const pleurascope::core::Error& error);

private:
    enum class Step { idle, studies, waiting, trainingSet, model };

    [[nodiscard]] bool isWanted() const;
    void next(Step step);
    void drawStudies();
    void drawTrainingSet();
    void trainModel();
    void report(const core::Progress& progress);
    void settle();
    void finish();
    [[nodiscard]] std::filesystem::path folder(const char* name) const;
    [[nodiscard]] QString stepText() const;

    ui::shell::Services& m_services;
    learning::LearningModule* m_module = nullptr;
    bool m_moduleMissing = false;
    Step m_step = Step::idle;
    std::shared_ptr<core::Result<QStringList>> m_result; ///< the files that the running step made
    ui::tasks::LongTask m_task;
};

} // namespace pleurascope::desktop
