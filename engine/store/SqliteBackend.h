// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Backend.h"

namespace pleurascope::store {

/// A library in a file: SQLite, WAL, synchronous FULL, foreign keys.
class SqliteBackend : public Backend {
public:
    explicit SqliteBackend(std::filesystem::path file)
        : m_file(std::move(file)) {}

    void open(soci::session& session) override;
    core::Result<int> usableVersion(soci::session& session) override;
    /// The file as it is, beside it: LIBRARY.vN, whole and of the version it had.
    void backUp(soci::session& session, int version) override;
    void migrate(soci::session& session, int fromVersion) override;
    void beginWrite(soci::session& session) override;
    bool isLost(soci::session& /*session*/) override { return false; }
    core::Error error() const override;

private:
    std::filesystem::path m_file;
};

} // namespace pleurascope::store
