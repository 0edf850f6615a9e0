// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/PostgresBackend.h"

#include "engine/store/Schema.h"

#include <soci/postgresql/soci-postgresql.h>
#include <string_view>

namespace pleurascope::store {

using core::ErrorCode;

namespace {

/// SOCI takes an URI without a parameter apart wrongly.
std::string connectionText(const std::string& uri) {
    const std::string separator = uri.find('?') == std::string::npos ? "?" : "&";
    return uri + separator + "application_name=PleuraScope";
}

std::string text(soci::session& session, const std::string& query) {
    std::string value;
    session << query, soci::into(value);
    return value;
}

bool hasTable(soci::session& session, const std::string& condition) {
    return text(session, "SELECT CASE WHEN EXISTS (SELECT 1 FROM information_schema.tables WHERE "
                         "table_schema = current_schema()" +
                             condition + ") THEN 'yes' ELSE 'no' END") == "yes";
}

/// What the server said, on one line, without its "ERROR:".
std::string tidied(std::string message) {
    for (const std::string_view opening : {"Cannot execute query. ", "Cannot prepare statement. ", "ERROR: "})
        if (message.starts_with(opening))
            message.erase(0, opening.size());
    while (!message.empty() && (message.back() == '\n' || message.back() == ' '))
        message.pop_back();
    for (char& letter : message)
        letter = letter == '\n' ? ' ' : letter;
    return message;
}

} // namespace

void PostgresBackend::open(soci::session& session) {
    session.open(soci::postgresql, connectionText(m_location.connection()));
    session << "SET client_encoding = 'UTF8'";
    session << "SET client_min_messages = warning";
    session << "SET synchronous_commit = on";
    session << "SET lock_timeout = '15s'"; // as an SQLite library waits
}

core::Result<int> PostgresBackend::usableVersion(soci::session& session) {
    const std::string encoding = text(session, "SHOW server_encoding");
    if (encoding != "UTF8")
        return core::failure(ErrorCode::databaseFailed,
                             "the database's encoding is " + encoding + ", not UTF8", m_location.name());
    if (!hasTable(session, " AND table_name = 'library_value'")) {
        if (hasTable(session, " AND table_type = 'BASE TABLE'"))
            return core::failure(ErrorCode::databaseFailed, "a database of another program",
                                 m_location.name());
        return 0;
    }
    const int version = std::stoi(text(session, "SELECT value FROM library_value WHERE name = 'version'"));
    if (version > schemaVersion)
        return core::failure(ErrorCode::databaseTooNew, tooNew(version), m_location.name());
    return version;
}

void PostgresBackend::migrate(soci::session& session, int fromVersion) {
    migratePostgres(session, fromVersion);
}

void PostgresBackend::beginWrite(soci::session& session) {
    session << "BEGIN";
    // one lock a library: its database and schema
    session << "SELECT pg_advisory_xact_lock(1347633999, hashtext(current_schema()))";
}

bool PostgresBackend::isLost(soci::session& session) {
    // SOCI keeps its type information to itself
    const auto* backend = static_cast<soci::postgresql_session_backend*>(session.get_backend());
    return !backend || PQstatus(backend->conn_) != CONNECTION_OK;
}

core::Error PostgresBackend::error() const {
    try {
        throw;
    } catch (const soci::postgresql_soci_error& error) {
        const bool full = error.sqlstate() == "53100";
        return {full ? ErrorCode::diskFull : ErrorCode::databaseFailed, tidied(error.get_error_message()),
                m_location.name()};
    } catch (const std::exception& error) {
        return {ErrorCode::databaseFailed, tidied(error.what()), m_location.name()};
    }
}

} // namespace pleurascope::store
