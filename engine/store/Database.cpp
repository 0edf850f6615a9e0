// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Database.h"

#include "engine/store/Schema.h"

#include <chrono>
#include <soci/sqlite3/soci-sqlite3.h>
#include <stdexcept>
#include <thread>

namespace pleurascope::store {

using core::ErrorCode;

namespace {

constexpr int busyTimeoutMs = 15'000;

std::string connectionText(const std::filesystem::path& file) {
    if (file.string().find('"') != std::string::npos)
        throw std::invalid_argument("SOCI cannot open a path with a quotation mark");
    return "dbname=\"" + file.string() + "\" timeout=" + std::to_string(busyTimeoutMs / 1000);
}

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
            if ((error.result() & 0xFF) != sqliteBusy || waitedMs >= busyTimeoutMs)
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

core::Error databaseError(const std::filesystem::path& file) {
    constexpr int sqliteFull = 13;
    constexpr int sqliteIoError = 10;
    try {
        throw;
    } catch (const soci::sqlite3_soci_error& error) {
        const int primary = error.result() & 0xFF;
        const bool full = primary == sqliteFull || (primary == sqliteIoError && isFull(file));
        return {full ? ErrorCode::diskFull : ErrorCode::databaseFailed, error.get_error_message(),
                file.string()};
    } catch (const std::exception& error) {
        return {ErrorCode::databaseFailed, error.what(), file.string()};
    }
}

WriteTransaction::WriteTransaction(soci::session& session)
    : m_session(session) {
    m_session << "BEGIN IMMEDIATE";
}

WriteTransaction::~WriteTransaction() {
    if (!m_open)
        return;
    try {
        m_session << "ROLLBACK";
    } catch (const std::exception&) {
        // SQLite has rolled back by itself (disk full, I/O error)
    }
}

void WriteTransaction::commit() {
    m_session << "COMMIT";
    m_open = false;
}

Database::Database(const std::filesystem::path& file, core::Result<void>& refusal)
    : m_file(file)
    , m_session(soci::sqlite3, connectionText(file)) {
    applySettings();
    refusal = prepareTables();
}

void Database::applySettings() {
    setWriteAheadLog(m_session);
    m_session << "PRAGMA synchronous = FULL";
    m_session << "PRAGMA foreign_keys = ON";
}

core::Result<int> Database::usableVersion() {
    const int version = number(m_session, "PRAGMA user_version");
    const bool empty = number(m_session, "SELECT COUNT(*) FROM sqlite_master") == 0;
    if (!empty && number(m_session, "PRAGMA application_id") != applicationId)
        return core::failure(ErrorCode::databaseFailed, "a database of another program", m_file.string());
    if (version > schemaVersion)
        return core::failure(ErrorCode::databaseTooNew,
                             "version " + std::to_string(version) + ", this program reads " +
                                 std::to_string(schemaVersion),
                             m_file.string());
    return version;
}

core::Result<void> Database::prepareTables() {
    const auto before = usableVersion();
    if (!before)
        return core::failure(before);
    if (*before == schemaVersion)
        return {};
    if (*before > 0)
        backUp(*before);
    WriteTransaction transaction(m_session);
    const auto now = usableVersion(); // another program may have been quicker
    if (!now)
        return core::failure(now);
    if (*now < schemaVersion)
        migrate(m_session, *now);
    transaction.commit();
    return {};
}

void Database::backUp(int version) {
    auto copy = m_file;
    copy += ".v" + std::to_string(version);
    std::error_code unknown;
    if (std::filesystem::exists(copy, unknown))
        return; // from an upgrade that did not come to its end: the older one is the safer
    auto aside = copy;
    aside += ".part";
    std::filesystem::remove(aside, unknown);
    const std::string name = aside.string();
    m_session << "VACUUM INTO :name", soci::use(name);
    std::filesystem::rename(aside, copy);
}

} // namespace pleurascope::store
