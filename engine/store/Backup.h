// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/store/LibraryLocation.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace pleurascope::store {

/// What stands in a library, to tell that a copy is whole.
struct LibraryContents {
    std::int64_t studies = 0;
    std::int64_t films = 0;
    std::int64_t predictions = 0;
    std::int64_t verdicts = 0;
    std::int64_t annotations = 0;

    bool operator==(const LibraryContents&) const = default;
};

/// Writes a library, wherever it lives, into one file: a library itself (SQLite). Films that are in the
/// library by reference or by copy are not in it. The file is written aside, checked and put in its place
/// whole; one that is there is replaced only then. Others may go on working. Errors: databaseFailed,
/// diskFull, writeFailed.
[[nodiscard]] core::Result<LibraryContents> backUpLibrary(const LibraryLocation& library,
                                                          const std::filesystem::path& file);

/// What restoring did.
struct Restored {
    LibraryContents contents;
    std::filesystem::path
        replaced; ///< where the library that was there before lies now; empty: there was none
};

/// Makes a library of a backup: in a new place, where it is checked (integrity, version, audit log,
/// contents), and only then put in the place of the one that is there, which is kept beside it. A database on
/// a server has to be empty. Errors: fileNotFound, databaseFailed (damaged, or no library), databaseTooNew,
/// alreadyExists (a server's database that is in use), inUse (another program has the library open),
/// diskFull, writeFailed.
[[nodiscard]] core::Result<Restored> restoreLibrary(const std::filesystem::path& backup,
                                                    const LibraryLocation& library);

/// Keeps a backup a day in a folder, the newest `keep` of them: "library-2026-03-01.sqlite". Nothing where
/// there is one of today, or nothing to keep. Errors: those of backUpLibrary.
[[nodiscard]] core::Result<void> keepDailyBackup(const LibraryLocation& library,
                                                 const std::filesystem::path& folder, int keep = 3);

/// Opens what a damaged library file leaves: the newest daily backup that is whole takes its place, and the
/// damaged file is kept beside it. Errors: databaseFailed where there is none.
[[nodiscard]] core::Result<Restored> salvageLibrary(const std::filesystem::path& library,
                                                    const std::filesystem::path& folder);

} // namespace pleurascope::store
