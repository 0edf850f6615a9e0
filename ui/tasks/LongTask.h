// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>

class QThread;

namespace pleurascope::ui::tasks {

/// Long work on a thread of its own. Lives on the GUI thread. `progressed` comes at most 10 times a second
/// (the last one always), `finished` exactly once for each start. Destroying it asks to stop, then waits.
class LongTask : public QObject {
    Q_OBJECT
public:
    /// The work keeps its result itself (a shared struct that the owner reads after `finished`).
    using Work = std::function<void(std::stop_token, const core::ProgressObserver&)>;

    explicit LongTask(QObject* parent = nullptr);
    ~LongTask() override;

    /// Must not be running.
    void start(Work work);
    void requestStop();
    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    void progressed(const pleurascope::core::Progress& progress);
    void finished();

private:
    void wait();

    std::optional<std::stop_source> m_stop; ///< of the newest start
    QThread* m_thread = nullptr;
};

} // namespace pleurascope::ui::tasks
