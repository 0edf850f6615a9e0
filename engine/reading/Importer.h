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

/// Puts files and folders into the library by reference: headers are read, nothing is copied. A bad file is
/// one line of the report, never the end of the import. Errors only where the library itself fails.
[[nodiscard]] core::Result<ImportReport> importFilms(const std::vector<std::filesystem::path>& paths,
                                                     intake::FilmReader& reader, store::Library& library,
                                                     bool demonstration,
                                                     const core::ProgressObserver& progress,
                                                     std::stop_token stop);

} // namespace pleurascope::reading
