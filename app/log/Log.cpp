// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/Log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace pleurascope::log {

namespace {

constexpr auto registered = "log";

/// From spdlog's registry, which is one a process: the window's module is another copy of this file.
std::shared_ptr<spdlog::logger> logger() {
    return spdlog::get(registered);
}

} // namespace

void start(const std::filesystem::path& folder, const std::string& name) {
    try {
        std::filesystem::create_directories(folder);
        const auto log =
            spdlog::rotating_logger_mt(registered, (folder / (name + ".log")).string(), 1 << 20, 3);
        log->flush_on(spdlog::level::info);
        log->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
    } catch (const std::exception&) {
        spdlog::drop(registered); // a program without a log is better than none
    }
}

void info(std::string_view message) {
    if (const auto log = logger())
        log->info(message);
}

void warning(std::string_view message) {
    if (const auto log = logger())
        log->warn(message);
}

void error(std::string_view what, const core::Error& reason) {
    if (const auto log = logger())
        log->error("{}: {}", what, core::errorCodeName(reason.code));
}

} // namespace pleurascope::log
