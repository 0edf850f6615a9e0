// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "engine/store/Library.h"

#include <string>
#include <vector>

namespace pleurascope::cli {

/// What every subcommand of `library` is told.
struct LibraryOptions {
    std::string library; ///< `--library`; empty: the profile's
    bool json = false;
    std::string model;              ///< whose scores are shown, by SHA-256
    std::vector<std::string> paths; ///< `import`
    std::string text;               ///< `search`
    int limit = 1000;               ///< `search`
    std::string verdicts, labels;   ///< `export`
};

// What each of them does with the library; the exit code.
[[nodiscard]] int importIntoLibrary(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int exportFromLibrary(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int countLibrary(const LibraryOptions& options, store::Library& library);

} // namespace pleurascope::cli
