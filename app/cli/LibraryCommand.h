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
    std::vector<std::string> paths;    ///< `import`
    bool copy = false;                 ///< `import --copy`
    store::StudyFilter filter;         ///< `list`, `search`
    std::string verdicts, labels;      ///< `export`
    std::vector<std::int64_t> studies; ///< `remove`, `bin --restore`
    bool empty = false;                ///< `bin --empty`
    std::string from, into;            ///< `merge`, `split`
    std::string file;                  ///< `backup`, `restore`
};

// What each of them does with the library; the exit code.
[[nodiscard]] int importIntoLibrary(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int exportFromLibrary(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int countLibrary(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int listStudies(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int verifyFiles(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int removeStudies(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int useBin(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int mergePatients(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int splitPatient(const LibraryOptions& options, store::Library& library);
[[nodiscard]] int listPatients(const LibraryOptions& options, store::Library& library);
/// These two take a library as a whole, which need not be one that can be opened.
[[nodiscard]] int backUp(const LibraryOptions& options, const Context& context);
[[nodiscard]] int restore(const LibraryOptions& options, const Context& context);

} // namespace pleurascope::cli
