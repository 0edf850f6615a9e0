// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Backend.h"

namespace pleurascope::store {

/// A library in a database of a server, or in the first schema of its search path. Writers take turns by an
/// advisory lock, as they do with SQLite; readers never wait.
class PostgresBackend : public Backend {
public:
    explicit PostgresBackend(LibraryLocation location)
        : m_location(std::move(location)) {}

    void open(soci::session& session) override;
    core::Result<int> usableVersion(soci::session& session) override;
    /// Nothing: PostgreSQL changes tables in a transaction, all or none, and whoever runs it keeps backups.
    void backUp(soci::session& /*session*/, int /*version*/) override {}
    void migrate(soci::session& session, int fromVersion) override;
    void beginWrite(soci::session& session) override;
    bool isLost(soci::session& session) override;
    core::Error error() const override;

private:
    LibraryLocation m_location;
};

} // namespace pleurascope::store
