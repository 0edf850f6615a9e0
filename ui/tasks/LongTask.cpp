// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/LongTask.h"

#include <QThread>

#include <chrono>
#include <mutex>
#include <optional>

namespace pleurascope::ui::tasks {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds interval{100};

/// Lets through one progress an interval and keeps the newest of those in between.
class Throttle {
public:
    /// The progress if it is due now.
    std::optional<core::Progress> offer(const core::Progress& progress) {
        const std::lock_guard lock(m_mutex);
        const auto now = Clock::now();
        if (m_last && now - *m_last < interval) {
            m_held = progress;
            return std::nullopt;
        }
        m_last = now;
        m_held.reset();
        return progress;
    }

    std::optional<core::Progress> takeHeld() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_held, std::nullopt);
    }

private:
    std::mutex m_mutex; ///< the work may report from several threads
    std::optional<Clock::time_point> m_last;
    std::optional<core::Progress> m_held;
};

} // namespace

LongTask::LongTask(QObject* parent)
    : QObject(parent) {
    qRegisterMetaType<core::Progress>();
}

LongTask::~LongTask() {
    requestStop();
    wait();
}

void LongTask::start(Work work) {
    Q_ASSERT(!isRunning());
    m_stop.emplace();
    m_thread = QThread::create([this, work = std::move(work), token = m_stop->get_token()] {
        Throttle throttle;
        // Queued to this object: what is still under way when it dies is dropped with it.
        const auto post = [this](const core::Progress& progress) {
            QMetaObject::invokeMethod(
                this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
        };
        work(token, [&](const core::Progress& progress) {
            if (const auto due = throttle.offer(progress))
                post(*due);
        });
        if (const auto held = throttle.takeHeld())
            post(*held);
    });
    connect(m_thread, &QThread::finished, this, [this] {
        wait();
        Q_EMIT finished();
    });
    m_thread->start();
}

void LongTask::requestStop() {
    if (m_stop)
        m_stop->request_stop();
}

void LongTask::wait() {
    if (m_thread == nullptr)
        return;
    m_thread->wait();
    delete m_thread;
    m_thread = nullptr;
}

} // namespace pleurascope::ui::tasks
