// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

namespace pleurascope::testing {

namespace {

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

std::string content(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

ProgramRun runProgram(const std::string& program, const std::vector<std::string>& arguments,
                      const std::vector<std::string>& environment) {
    static int counter = 0;
    const auto base = std::filesystem::temp_directory_path() /
                      ("pleurascope-cli-" + std::to_string(::getpid()) + "-" + std::to_string(counter++));
    // Never the profile of whoever runs the tests.
    std::string command =
        "env -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_CACHE_HOME HOME=" + base.string() + ".home ";
    for (const auto& entry : environment)
        command += quoted(entry) + " ";
    command += quoted(PLEURASCOPE_BIN_DIR "/" + program);
    for (const auto& argument : arguments)
        command += " " + quoted(argument);
    command += " >" + base.string() + ".out 2>" + base.string() + ".err </dev/null";
    const int status = std::system(command.c_str());
    ProgramRun run{WIFEXITED(status) ? WEXITSTATUS(status) : -1, content(base.string() + ".out"),
                   content(base.string() + ".err")};
    std::filesystem::remove(base.string() + ".out");
    std::filesystem::remove(base.string() + ".err");
    std::filesystem::remove_all(base.string() + ".home");
    return run;
}

} // namespace pleurascope::testing
