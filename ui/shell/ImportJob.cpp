// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ImportJob.h"

namespace pleurascope::ui::shell {

ImportJob::ImportJob(store::Library& library, std::filesystem::path readerProgram, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_readerProgram(std::move(readerProgram)) {
    connect(&m_task, &tasks::LongTask::progressed, this, &ImportJob::report);
    connect(&m_task, &tasks::LongTask::finished, this, &ImportJob::settle);
}

void ImportJob::add(const QStringList& paths, bool demonstration) {
    Batch batch;
    batch.demonstration = demonstration;
    for (const QString& path : paths)
        batch.paths.emplace_back(path.toStdString());
    m_waiting.push_back(std::move(batch));
    if (!isRunning())
        startNext();
}

void ImportJob::cancel() {
    m_waiting.clear();
    m_task.requestStop();
}

void ImportJob::startNext() {
    const Batch batch = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    m_result = std::make_shared<core::Result<reading::ImportReport>>();
    m_clock.start();
    Q_EMIT progressed({});
    m_task.start([batch, result = m_result, &library = m_library,
                  program = m_readerProgram](std::stop_token stop, const core::ProgressObserver& observer) {
        intake::FilmReader reader(program);
        *result =
            reading::importFilms(batch.paths, reader, library, {batch.demonstration, {}}, observer, stop);
    });
}

void ImportJob::report(const core::Progress& progress) {
    ImportProgress now{progress.done, progress.total};
    const double seconds = double(m_clock.elapsed()) / 1000;
    if (seconds > 0.5 && progress.done > 0) {
        now.perSecond = double(progress.done) / seconds;
        if (progress.total >= progress.done)
            now.secondsLeft = double(progress.total - progress.done) / now.perSecond;
    }
    Q_EMIT progressed(now);
}

void ImportJob::settle() {
    const auto result = std::exchange(m_result, nullptr);
    if (*result)
        Q_EMIT imported(**result);
    else
        Q_EMIT failed(result->error());
    if (isRunning())
        return; // whoever listened has started another
    if (m_waiting.empty())
        Q_EMIT finished();
    else
        startNext();
}

} // namespace pleurascope::ui::shell
