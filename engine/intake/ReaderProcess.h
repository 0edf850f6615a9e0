// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/intake/Channel.h"
#include "engine/intake/FilmReader.h"

#include <filesystem>
#include <memory>

#include <sys/types.h>

namespace pleurascope::intake {

/// One running `pleurascope-reader` and the socket to it. Killed and reaped when it goes.
class ReaderProcess {
public:
    /// Errors: internal (the program cannot be started).
    [[nodiscard]] static core::Result<std::unique_ptr<ReaderProcess>>
    start(const std::filesystem::path& program, const ReaderLimits& limits);
    ~ReaderProcess();
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;

    [[nodiscard]] Channel& channel() { return m_channel; }
    [[nodiscard]] bool isRunning();
    /// Kills it, if it still runs; why it ended before: timedOut for processor time, else readerCrashed with
    /// the signal.
    [[nodiscard]] core::Error end();

private:
    ReaderProcess(pid_t pid, Channel channel)
        : m_pid(pid)
        , m_channel(std::move(channel)) {}

    pid_t m_pid;
    Channel m_channel;
    bool m_isReaped = false;
    int m_status = 0;
};

} // namespace pleurascope::intake
