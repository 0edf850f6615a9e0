// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interruption.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <unistd.h>

namespace pleurascope::cli {

namespace {

std::atomic<int> interruptions{0}; // written by a signal handler
static_assert(std::atomic<int>::is_always_lock_free);

/// Runs on any thread: masks would not do, since libraries start threads before main().
void interrupt(int) {
    if (interruptions.fetch_add(1) > 0)
        ::_exit(130);
}

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM})
        ::sigaction(signal, &action, nullptr);
}

} // namespace

void Interruption::prepare() {
    // A reader of our output that went away is an error of write(), not a reason to die silently.
    std::signal(SIGPIPE, SIG_IGN);
    // So is a file size limit: the run then says 'disk full'.
    std::signal(SIGXFSZ, SIG_IGN);
}

Interruption::Interruption() {
    interruptions = 0;
    handle(interrupt);
    m_waiter = std::jthread([this](const std::stop_token& ended) {
        while (!ended.stop_requested() && interruptions == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (interruptions > 0)
            m_source.request_stop();
    });
}

Interruption::~Interruption() {
    handle(SIG_DFL);
}

} // namespace pleurascope::cli
