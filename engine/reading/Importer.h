// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"
#include "engine/intake/FilmReader.h"
#include "engine/store/Library.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace pleurascope::reading {

struct RefusedFile {
    core::Error error; ///< its path is set
};

struct ImportOptions {
    bool demonstration = false;
    /// A folder for copies of the files (store::ContentFolder); empty: they stay where they are.
    std::filesystem::path copyInto;
};

struct ImportReport {
    core::Outcome outcome = core::Outcome::finished;
    bool demonstration = false; ///< as was asked for
    int added = 0;
    int alreadyKnown = 0;
    int conflicting = 0;
    int presentations = 0; ///< presentation states that were kept
    std::vector<RefusedFile> refused;
    std::vector<std::int64_t> studyIds; ///< studies that were added or met, in order, once each
};

/// Puts files and folders into the library, by reference or by copy: headers are read, 64 files at once, while
/// those before are written, some hundred films in a transaction. What is in the library and unchanged is not
/// read again, so that an import that was broken off is gone on with by the same call. A bad file is one line
/// of the report, never the end of the import. Errors only where the library itself fails.
[[nodiscard]] core::Result<ImportReport> importFilms(const std::vector<std::filesystem::path>& paths,
                                                     intake::FilmReader& reader, store::Library& library,
                                                     const ImportOptions& options,
                                                     const core::ProgressObserver& progress,
                                                     std::stop_token stop);

} // namespace pleurascope::reading
