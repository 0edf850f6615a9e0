// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace pleurascope::test {

/// An HTTP server on 127.0.0.1 that gives out one file, in the ways that servers have. One connection at a
/// time, on a thread of its own.
class LoopbackServer {
public:
    /// What it gives out, and how.
    struct Behaviour {
        std::string content;
        std::string etag = "\"one\"";
        bool ranges = true;
        std::size_t cutAfter = std::string::npos; ///< bytes of a body, then the connection ends
        int status = 200;
        int pauseMilliseconds = 0; ///< between pieces of 4 KiB
        std::string location;      ///< of a redirect
    };

    explicit LoopbackServer(Behaviour behaviour);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] std::string url() const;
    void change(Behaviour behaviour);
    /// The requests so far, heads alone.
    [[nodiscard]] std::vector<std::string> requests() const;

private:
    void serve(const std::stop_token& stop);
    void answer(int connection);
    static void sendBody(int connection, const Behaviour& behaviour, std::size_t from);

    mutable std::mutex m_mutex;
    Behaviour m_behaviour;
    std::vector<std::string> m_requests;
    int m_socket = -1;
    int m_port = 0;
    std::jthread m_thread;
};

} // namespace pleurascope::test
