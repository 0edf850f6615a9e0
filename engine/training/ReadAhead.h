// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace pleurascope::training {

/// Makes things one after another, a few ahead, on a thread of its own that ends with this object: reading
/// overlaps the network's work. Nothing comes after an error.
template <class T>
class ReadAhead {
public:
    /// Called on the thread; nothing means that all have been made.
    using Make = std::function<std::optional<core::Result<T>>()>;

    ReadAhead(Make make, std::size_t ahead)
        : m_make(std::move(make))
        , m_ahead(ahead)
        , m_thread([this](std::stop_token stop) { work(stop); }) {}
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// The next one; nothing after the last.
    [[nodiscard]] std::optional<core::Result<T>> next() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_ready.empty() || m_ended; });
        if (m_ready.empty())
            return std::nullopt;
        auto made = std::move(m_ready.front());
        m_ready.pop_front();
        m_changed.notify_all();
        return made;
    }

private:
    void work(const std::stop_token& stop) {
        bool ended = false;
        while (!ended) {
            auto made = m_make();
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_ready.size() < m_ahead; }))
                return;
            ended = !made || !made->has_value();
            if (made)
                m_ready.push_back(std::move(*made));
            m_ended = ended;
            m_changed.notify_all();
        }
    }

    Make m_make;
    const std::size_t m_ahead;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<core::Result<T>> m_ready;
    bool m_ended = false;
    std::jthread m_thread; // last: starts when all else stands
};

} // namespace pleurascope::training
