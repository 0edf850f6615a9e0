// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace pleurascope::desktop {

namespace {

std::shared_ptr<spdlog::logger>& logger() {
    static std::shared_ptr<spdlog::logger> instance;
    return instance;
}

} // namespace

void startLog(const std::filesystem::path& folder) {
    try {
        std::filesystem::create_directories(folder);
        logger() =
            spdlog::rotating_logger_mt("pleurascope", (folder / "pleurascope.log").string(), 1 << 20, 3);
        logger()->flush_on(spdlog::level::info);
        logger()->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
    } catch (const std::exception&) {
        logger().reset(); // a program without a log is better than none
    }
}

void logInfo(std::string_view message) {
    if (logger())
        logger()->info(message);
}

void logWarning(std::string_view message) {
    if (logger())
        logger()->warn(message);
}

void logError(std::string_view what, const core::Error& error) {
    if (logger())
        logger()->error("{}: {}", what, core::errorCodeName(error.code));
}

} // namespace pleurascope::desktop
