// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/SqliteBackend.h"

#include "engine/store/Schema.h"

#include <chrono>
#include <soci/sqlite3/soci-sqlite3.h>
#include <stdexcept>
#include <thread>

namespace pleurascope::store {

using core::ErrorCode;

namespace {

/// The space left for files is gone: SQLite says "I/O error" then where the shared memory or a sync was hit.
bool isFull(const std::filesystem::path& file) {
    std::error_code code;
    const auto space = std::filesystem::space(file.parent_path(), code);
    return !code && space.available == 0;
}

/// Two programs that make the same file at the same moment meet a lock here for which SQLite does not wait by
/// itself.
void setWriteAheadLog(soci::session& session) {
    constexpr int sqliteBusy = 5;
    for (int waitedMs = 0;; waitedMs += 10) {
        try {
            std::string mode;
            session << "PRAGMA journal_mode = WAL", soci::into(mode);
            return;
        } catch (const soci::sqlite3_soci_error& error) {
            if ((error.result() & 0xFF) != sqliteBusy ||
                waitedMs >= std::chrono::milliseconds(sqliteTimeout).count())
                throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

int number(soci::session& session, const char* query) {
    int value = 0;
    session << query, soci::into(value);
    return value;
}

} // namespace

std::string sqliteConnection(const std::filesystem::path& file, std::chrono::seconds timeout) {
    if (file.string().find('"') != std::string::npos)
        throw std::invalid_argument("SOCI cannot open a path with a quotation mark");
    return "dbname=\"" + file.string() + "\" timeout=" + std::to_string(timeout.count());
}

void snapshotInto(soci::session& session, const std::filesystem::path& file) {
    const std::string name = file.string();
    session << "VACUUM INTO :name", soci::use(name);
}

void SqliteBackend::open(soci::session& session) {
    session.open(soci::sqlite3, sqliteConnection(m_file));
    setWriteAheadLog(session);
    session << "PRAGMA synchronous = FULL";
    session << "PRAGMA foreign_keys = ON";
}

core::Result<int> SqliteBackend::usableVersion(soci::session& session) {
    const int version = number(session, "PRAGMA user_version");
    const bool empty = number(session, "SELECT COUNT(*) FROM sqlite_master") == 0;
    if (!empty && number(session, "PRAGMA application_id") != applicationId)
        return core::failure(ErrorCode::databaseFailed, "a database of another program", m_file.string());
    if (version > schemaVersion)
        return core::failure(ErrorCode::databaseTooNew, tooNew(version), m_file.string());
    return version;
}

void SqliteBackend::backUp(soci::session& session, int version) {
    auto copy = m_file;
    copy += ".v" + std::to_string(version);
    std::error_code unknown;
    if (std::filesystem::exists(copy, unknown))
        return; // from an upgrade that did not come to its end: the older one is the safer
    auto aside = copy;
    aside += ".part";
    std::filesystem::remove(aside, unknown);
    snapshotInto(session, aside);
    std::filesystem::rename(aside, copy);
}

void SqliteBackend::migrate(soci::session& session, int fromVersion) {
    migrateSqlite(session, fromVersion);
}

void SqliteBackend::beginWrite(soci::session& session) {
    // a deferred one could fail half way where two processes write
    session << "BEGIN IMMEDIATE";
}

core::Error SqliteBackend::error() const {
    constexpr int sqliteFull = 13;
    constexpr int sqliteIoError = 10;
    constexpr int sqliteCorrupt = 11;
    constexpr int sqliteNotADatabase = 26;
    try {
        throw;
    } catch (const soci::sqlite3_soci_error& error) {
        const int primary = error.result() & 0xFF;
        const bool full = primary == sqliteFull || (primary == sqliteIoError && isFull(m_file));
        const bool damaged = primary == sqliteCorrupt || primary == sqliteNotADatabase;
        return {full      ? ErrorCode::diskFull
                : damaged ? ErrorCode::databaseDamaged
                          : ErrorCode::databaseFailed,
                error.get_error_message(), m_file.string()};
    } catch (const std::exception& error) {
        return {ErrorCode::databaseFailed, error.what(), m_file.string()};
    }
}

} // namespace pleurascope::store
