// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace pleurascope::cli {

/// Turns the first SIGINT or SIGTERM into a stop request, so that long work ends tidily; the second one ends
/// the process at once. One at a time; the request is made by a thread of its own.
class Interruption {
public:
    /// What the program does about other signals, from its start on.
    static void prepare();

    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_waiter;
};

} // namespace pleurascope::cli
