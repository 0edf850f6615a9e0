// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/Importer.h"
#include "ui/tasks/LongTask.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

#include <memory>

namespace pleurascope::ui::shell {

/// How an import is getting on.
struct ImportProgress {
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0: still counting
    double perSecond = 0;
    double secondsLeft = -1; ///< negative: not known
};

/// Imports, one after another, on a thread of its own. What is asked for while one runs waits its turn. Lives
/// on the GUI thread.
class ImportJob : public QObject {
    Q_OBJECT
public:
    ImportJob(store::Library& library, std::filesystem::path readerProgram, QObject* parent = nullptr);

    void add(const QStringList& paths, bool demonstration = false);
    /// Stops the one that runs and forgets those that wait.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_task.isRunning(); }

Q_SIGNALS:
    void progressed(const pleurascope::ui::shell::ImportProgress& progress);
    /// Once for each import.
    void imported(const pleurascope::reading::ImportReport& report);
    void failed(const pleurascope::core::Error& error);
    /// After the last one.
    void finished();

private:
    struct Batch {
        std::vector<std::filesystem::path> paths;
        bool demonstration = false;
    };
    void startNext();
    void report(const core::Progress& progress);
    void settle();

    store::Library& m_library;
    std::filesystem::path m_readerProgram;
    std::vector<Batch> m_waiting;
    std::shared_ptr<core::Result<reading::ImportReport>> m_result;
    QElapsedTimer m_clock;
    tasks::LongTask m_task;
};

} // namespace pleurascope::ui::shell
