// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace pleurascope::testing {

/// How a program ended and what it printed.
struct ProgramRun {
    int exitCode = -1;
    std::string output;
    std::string messages; ///< standard error
};

/// Runs a program of the build's bin folder. `environment` has entries "NAME=value" that are added.
[[nodiscard]] ProgramRun runProgram(const std::string& program, const std::vector<std::string>& arguments,
                                    const std::vector<std::string>& environment = {});

} // namespace pleurascope::testing
