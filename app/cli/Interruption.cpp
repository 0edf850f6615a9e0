// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interruption.h"

#include <csignal>
#include <ctime>
#include <unistd.h>

namespace pleurascope::cli {

namespace {

sigset_t interruptions() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

void Interruption::prepare() {
    const sigset_t set = interruptions();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // A reader of our output that went away is an error of write(), not a reason to die silently.
    std::signal(SIGPIPE, SIG_IGN);
    // So is a file size limit: the run then says 'disk full'.
    std::signal(SIGXFSZ, SIG_IGN);
}

Interruption::Interruption() {
    m_waiter = std::jthread([this](std::stop_token ended) {
        const sigset_t set = interruptions();
        const timespec pause{0, 100'000'000};
        while (!ended.stop_requested()) {
            if (sigtimedwait(&set, nullptr, &pause) < 0)
                continue;
            if (m_source.stop_requested())
                ::_exit(130);
            m_source.request_stop();
        }
    });
}

Interruption::~Interruption() = default;

} // namespace pleurascope::cli
