// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Database.h"

#include "engine/store/PostgresBackend.h"
#include "engine/store/Schema.h"
#include "engine/store/SqliteBackend.h"

namespace pleurascope::store {

std::unique_ptr<Backend> Backend::of(const LibraryLocation& location) {
    if (location.isServer())
        return std::make_unique<PostgresBackend>(location);
    return std::make_unique<SqliteBackend>(location.file());
}

WriteTransaction::WriteTransaction(Backend& backend, soci::session& session)
    : m_session(session) {
    backend.beginWrite(session);
}

WriteTransaction::~WriteTransaction() {
    if (!m_open)
        return;
    try {
        m_session << "ROLLBACK";
    } catch (const std::exception&) {
        // the database has rolled back by itself (disk full, I/O error, connection lost)
    }
}

void WriteTransaction::commit() {
    m_session << "COMMIT";
    m_open = false;
}

Database::Database(const LibraryLocation& location)
    : m_backend(Backend::of(location)) {}

core::Result<void> Database::open() {
    try {
        m_backend->open(m_session);
        return prepareTables();
    } catch (const std::exception&) {
        return tl::unexpected(m_backend->error());
    }
}

void Database::connectAgain() {
    if (!m_isLost)
        return;
    m_session.close();
    m_backend->open(m_session);
    m_isLost = false;
}

core::Error Database::failed() {
    core::Error error = m_backend->error();
    m_isLost = m_isLost || m_backend->isLost(m_session);
    return error;
}

core::Result<void> Database::prepareTables() {
    const auto before = m_backend->usableVersion(m_session);
    if (!before)
        return core::failure(before);
    if (*before == schemaVersion)
        return {};
    if (*before > 0)
        m_backend->backUp(m_session, *before);
    WriteTransaction transaction(*m_backend, m_session);
    const auto now = m_backend->usableVersion(m_session); // another program may have been quicker
    if (!now)
        return core::failure(now);
    if (*now < schemaVersion)
        m_backend->migrate(m_session, *now);
    transaction.commit();
    return {};
}

} // namespace pleurascope::store
