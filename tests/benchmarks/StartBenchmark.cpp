// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/Statistics.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace {

using Clock = std::chrono::system_clock; // the log's clock
constexpr int runs = 9;

pid_t start(const std::string& program, const std::vector<std::string>& arguments) {
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    pid_t child = 0;
    if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, argv.data(), environ) != 0)
        std::abort();
    return child;
}

/// Milliseconds from start to end of a program.
double wholeRun(const std::string& program) {
    const auto begin = Clock::now();
    int status = 0;
    ::waitpid(start(program, {}), &status, 0);
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// "2026-11-22T23:11:30.648 info first paint": the time of the last line that has `word`.
std::optional<Clock::time_point> loggedAt(const std::filesystem::path& logs, const std::string& word) {
    std::optional<Clock::time_point> found;
    for (const auto& entry : std::filesystem::directory_iterator(logs)) {
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            std::tm time{};
            int milliseconds = 0;
            if (line.find(word) == std::string::npos || line.size() < 24 ||
                ::strptime(line.c_str(), "%Y-%m-%dT%H:%M:%S", &time) == nullptr)
                continue;
            milliseconds = std::atoi(line.c_str() + 20);
            time.tm_isdst = -1;
            found = Clock::from_time_t(std::mktime(&time)) + std::chrono::milliseconds(milliseconds);
        }
    }
    return found;
}

/// Waits for a line of the log that is younger than `since`; a program that ended before would never write
/// it.
Clock::time_point waitFor(const std::filesystem::path& logs, const std::string& word, pid_t child,
                          Clock::time_point since) {
    for (;;) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        const auto found = std::filesystem::exists(logs) ? loggedAt(logs, word) : std::nullopt;
        if (found && *found >= since - std::chrono::milliseconds(1))
            return *found;
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) {
            std::fprintf(stderr, "the window ended before it logged '%s'\n", word.c_str());
            std::exit(1);
        }
    }
}

struct Start {
    double firstPaint = 0; ///< the window's frame; ms since the process began
    double worklist = 0;   ///< the studies in it; ms since the process began
    double learning = 0;   ///< ms from there to the module being ready: it is opened then
};

Start windowStart(const std::filesystem::path& profile) {
    const auto logs = profile / "data/logs";
    const auto begin = Clock::now();
    const pid_t child = start(PLEURASCOPE_BIN_DIR "/pleurascope", {"--profile", profile.string()});
    const auto ready = waitFor(logs, "LibTorch", child, begin);
    const auto paint = *loggedAt(logs, "first paint");
    ::kill(child, SIGTERM);
    int status = 0;
    ::waitpid(child, &status, 0);
    const auto ms = [](auto span) { return std::chrono::duration<double, std::milli>(span).count(); };
    return {ms(paint - begin), ms(*loggedAt(logs, "worklist painted") - begin),
            ms(ready - *loggedAt(logs, "worklist painted"))};
}

/// A profile whose library is not empty, so that no demonstration is made beside the measurement.
void prepare(const std::filesystem::path& profile) {
    const pid_t child = start(PLEURASCOPE_BIN_DIR "/pleurascope", {"--profile", profile.string()});
    const auto logs = profile / "data/logs";
    waitFor(logs, "demonstration complete", child, {});
    ::kill(child, SIGTERM);
    int status = 0;
    ::waitpid(child, &status, 0);
}

} // namespace

int main() {
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr)
        ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    using namespace pleurascope::benchmarks;
    const auto profile =
        std::filesystem::temp_directory_path() / ("pleurascope-start-" + std::to_string(::getpid()));
    prepare(profile);
    std::vector<double> empty, paint, worklist, bare, learning;
    for (int run = 0; run < runs; ++run) {
        empty.push_back(wholeRun(PLEURASCOPE_BENCHMARK_DIR "/empty_window"));
        bare.push_back(wholeRun(PLEURASCOPE_BENCHMARK_DIR "/bare_torch"));
        const Start window = windowStart(profile);
        paint.push_back(window.firstPaint);
        worklist.push_back(window.worklist);
        learning.push_back(window.learning);
    }
    print("empty Qt window, start to end", empty);
    print("PleuraScope, start to first paint", paint);
    print("PleuraScope, start to worklist", worklist);
    print("bare LibTorch program, start to end", bare);
    print("learning module, worklist to ready", learning);
    std::printf("first paint / empty window          %.2f\n",
                spreadOf(paint).median / spreadOf(empty).median);
    std::printf("learning module / bare LibTorch     %.2f\n",
                spreadOf(learning).median / spreadOf(bare).median);
    std::filesystem::remove_all(profile);
    return 0;
}
