// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "engine/store/Library.h"

#include <memory>
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

/// The library that is meant. Errors: those of store::Library::open; fileNotFound where a library that is
/// only read is not there.
[[nodiscard]] core::Result<std::unique_ptr<store::Library>>
openLibrary(const LibraryOptions& options, const Context& context, bool mayBeMade);

[[nodiscard]] int importIntoLibrary(const LibraryOptions& options, const Context& context);
[[nodiscard]] int exportFromLibrary(const LibraryOptions& options, const Context& context);
[[nodiscard]] int countLibrary(const LibraryOptions& options, const Context& context);

} // namespace pleurascope::cli
