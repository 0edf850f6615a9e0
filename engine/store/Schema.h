// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <soci/soci.h>
#include <string>

namespace pleurascope::store {

/// The version of the tables that this program reads and writes: `PRAGMA user_version` of a file, the value
/// 'version' of `library_value` on a server.
inline constexpr int schemaVersion = 6;

/// Marks a file as a library of this program (`PRAGMA application_id`): "PSCO".
inline constexpr int applicationId = 0x5053434F;

/// Bring the tables from `fromVersion` (0: none) to schemaVersion. Run inside the caller's transaction.
void migrateSqlite(soci::session& session, int fromVersion);
void migratePostgres(soci::session& session, int fromVersion);

/// Why a library of a later version is not opened.
[[nodiscard]] inline std::string tooNew(int version) {
    return "version " + std::to_string(version) + ", this program reads " + std::to_string(schemaVersion);
}

} // namespace pleurascope::store
