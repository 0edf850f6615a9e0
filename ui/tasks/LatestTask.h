// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QRunnable>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace pleurascope::ui::tasks {

/// Quick work off the GUI thread of which only the newest result counts: starting again asks the running one
/// to stop and drops its result. Lives on, is called on and answers on the GUI thread. Destroying it drops
/// the result; the work must own (or share) all that it touches.
template <class T>
class LatestTask {
public:
    using Work = std::function<T(std::stop_token)>;
    using Done = std::function<void(T)>;

    explicit LatestTask(QThreadPool* pool = QThreadPool::globalInstance())
        : m_pool(pool) {}
    ~LatestTask() { cancel(); }
    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    void start(Work work, Done done) {
        cancel();
        m_stop.emplace();
        m_receiver = std::make_unique<QObject>();
        m_running = true;
        QPointer<QObject> receiver = m_receiver.get();
        auto deliver = [this, done = std::move(done)](std::shared_ptr<T> result) {
            m_running = false;
            done(std::move(*result));
        };
        m_pool->start(QRunnable::create(
            [work = std::move(work), token = m_stop->get_token(), receiver, deliver = std::move(deliver)] {
                if (token.stop_requested())
                    return;
                auto result = std::make_shared<T>(work(token));
                post(receiver, token, [deliver, result] { deliver(result); });
            }));
    }

    void cancel() {
        if (m_stop)
            m_stop->request_stop();
        m_receiver.reset();
        m_running = false;
    }

    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    /// Hops to the GUI thread by way of the application object, which outlives every task, and looks there,
    /// where the receiver also dies, whether the result is still wanted.
    static void post(QPointer<QObject> receiver, std::stop_token token, std::function<void()> function);

    QThreadPool* m_pool;
    std::optional<std::stop_source> m_stop; ///< of the newest start
    std::unique_ptr<QObject> m_receiver;
    bool m_running = false;
};

/// Runs `function` on the GUI thread if there still is an application.
void postToGuiThread(std::function<void()> function);

template <class T>
void LatestTask<T>::post(QPointer<QObject> receiver, std::stop_token token, std::function<void()> function) {
    postToGuiThread([receiver, token, function = std::move(function)] {
        if (receiver && !token.stop_requested())
            function();
    });
}

} // namespace pleurascope::ui::tasks
