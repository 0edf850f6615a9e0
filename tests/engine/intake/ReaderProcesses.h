// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/intake/Film.h"

#include <filesystem>
#include <fstream>
#include <vector>

#include <sys/types.h>

namespace pleurascope::intake {

inline const std::filesystem::path readerProgram =
    std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader";

/// Children of this process: the readers that run.
inline std::vector<pid_t> children() {
    std::vector<pid_t> pids;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream list(thread.path() / "children");
        for (pid_t pid = 0; list >> pid;)
            pids.push_back(pid);
    }
    return pids;
}

inline core::ErrorCode codeOf(const core::Result<Film>& film) {
    return film ? core::ErrorCode::internal : film.error().code;
}

} // namespace pleurascope::intake
