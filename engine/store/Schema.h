// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <soci/soci.h>

namespace pleurascope::store {

/// The version of the tables that this program reads and writes (`PRAGMA user_version`).
inline constexpr int schemaVersion = 5;

/// Marks the file as a library of this program (`PRAGMA application_id`): "PSCO".
inline constexpr int applicationId = 0x5053434F;

/// Brings the tables from `fromVersion` (0: an empty file) to schemaVersion. Runs inside the caller's
/// transaction.
void migrate(soci::session& session, int fromVersion);

} // namespace pleurascope::store
