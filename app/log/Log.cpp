// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/Log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace pleurascope::log {

namespace {

std::shared_ptr<spdlog::logger>& logger() {
    static std::shared_ptr<spdlog::logger> instance;
    return instance;
}

} // namespace

void start(const std::filesystem::path& folder, const std::string& name) {
    try {
        std::filesystem::create_directories(folder);
        logger() = spdlog::rotating_logger_mt(name, (folder / (name + ".log")).string(), 1 << 20, 3);
        logger()->flush_on(spdlog::level::info);
        logger()->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
    } catch (const std::exception&) {
        logger().reset(); // a program without a log is better than none
    }
}

void info(std::string_view message) {
    if (logger())
        logger()->info(message);
}

void warning(std::string_view message) {
    if (logger())
        logger()->warn(message);
}

void error(std::string_view what, const core::Error& reason) {
    if (logger())
        logger()->error("{}: {}", what, core::errorCodeName(reason.code));
}

} // namespace pleurascope::log
