// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/store/LibraryLocation.h"

#include <memory>
#include <soci/soci.h>
#include <string>

namespace pleurascope::store {

/// What differs between the databases that a library can live in, apart from the few words of SQL in
/// Dialect.h. All but `error` throw what SOCI throws.
class Backend {
public:
    [[nodiscard]] static std::unique_ptr<Backend> of(const LibraryLocation& location);
    virtual ~Backend() = default;

    /// Connects, and sets what every connection needs.
    virtual void open(soci::session& session) = 0;
    /// Of the tables that are there, 0 where there are none yet. Errors: databaseTooNew, databaseFailed (a
    /// database of another program).
    [[nodiscard]] virtual core::Result<int> usableVersion(soci::session& session) = 0;
    /// Keeps the library as it is, before its tables are changed.
    virtual void backUp(soci::session& session, int version) = 0;
    /// Brings the tables from a version (0: nothing) to schemaVersion, inside the caller's transaction.
    virtual void migrate(soci::session& session, int fromVersion) = 0;
    /// Begins a transaction that no other writer is beside of: what it reads stays so until it commits.
    virtual void beginWrite(soci::session& session) = 0;
    /// Whether the connection is gone, after an error.
    [[nodiscard]] virtual bool isLost(soci::session& session) = 0;
    /// The exception at hand as an Error that names the library. Call from a catch block. databaseFailed,
    /// databaseDamaged, diskFull.
    [[nodiscard]] virtual core::Error error() const = 0;
};

} // namespace pleurascope::store
