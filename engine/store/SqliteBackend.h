// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Backend.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace pleurascope::store {

/// How long a connection waits for another one's lock.
inline constexpr std::chrono::seconds sqliteTimeout{15};

/// What SOCI opens a file of SQLite with. Throws std::invalid_argument for a path that it cannot open.
[[nodiscard]] std::string sqliteConnection(const std::filesystem::path& file,
                                           std::chrono::seconds timeout = sqliteTimeout);
/// The database as it is now, whole, into a file that is not there.
void snapshotInto(soci::session& session, const std::filesystem::path& file);

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
