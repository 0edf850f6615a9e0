// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/TrainingRun.h"

#include "engine/intake/FilmReader.h"
#include "ui/tasks/LatestTask.h"

#include <QPointer>

namespace pleurascope::ui::train {

/// Told on the run's thread; passes copies on.
class TrainingRun::Observer : public training::TrainingObserver {
public:
    Observer(QPointer<TrainingRun> run, const core::ProgressObserver& progress)
        : m_run(std::move(run))
        , m_progress(progress) {}

    void dataRead(const training::DatasetSummary& summary) override {
        tasks::postToGuiThread([run = m_run, summary] {
            if (run)
                Q_EMIT run->dataRead(summary);
        });
    }
    void advanced(const core::Progress& progress) override { m_progress(progress); }
    void epochFinished(const training::EpochRecord& record) override {
        tasks::postToGuiThread([run = m_run, record] {
            if (run)
                Q_EMIT run->epochFinished(record);
        });
    }

private:
    QPointer<TrainingRun> m_run;
    const core::ProgressObserver& m_progress;
};

TrainingRun::TrainingRun(QObject* parent)
    : QObject(parent) {
    connect(&m_task, &tasks::LongTask::progressed, this, &TrainingRun::progressed);
    connect(&m_task, &tasks::LongTask::finished, this, &TrainingRun::report);
}

void TrainingRun::start(learning::LearningModule& module, const training::TrainingConfig& config,
                        const std::filesystem::path& readerProgram) {
    m_result = std::make_shared<std::optional<Result>>();
    m_task.start([&module, config, readerProgram, result = m_result, run = QPointer<TrainingRun>(this)](
                     std::stop_token stop, const core::ProgressObserver& progress) {
        intake::FilmReader reader(readerProgram);
        Observer observer(run, progress);
        result->emplace(module.train(config, reader, observer, std::move(stop)));
    });
}

void TrainingRun::report() {
    if (!m_result || !m_result->has_value())
        Q_EMIT failed({core::ErrorCode::internal, "the run ended without a result", {}});
    else if (const Result& result = **m_result)
        Q_EMIT finished(*result);
    else
        Q_EMIT failed(result.error());
}

} // namespace pleurascope::ui::train
