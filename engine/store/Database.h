// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <filesystem>
#include <mutex>
#include <soci/soci.h>
#include <utility>

namespace pleurascope::store {

/// The exception at hand as an Error that names the database file. Call from a catch block.
[[nodiscard]] core::Error databaseError(const std::filesystem::path& file);

/// A transaction that takes the write lock at once (a deferred one could fail half way where two processes
/// write) and rolls back unless it was committed.
class WriteTransaction {
public:
    explicit WriteTransaction(soci::session& session);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    void commit();

private:
    soci::session& m_session;
    bool m_open = true;
};

/// One connection to an SQLite file, its settings and tables in order; a file of an earlier version is copied
/// before its tables are changed. Calls from several threads are serialised; what SOCI throws becomes an
/// Error here.
class Database {
public:
    /// Throws what SOCI throws; Library::open turns that into an Error. `refusal` is set where the file is
    /// sound but not to be used (databaseTooNew, another program's file).
    Database(const std::filesystem::path& file, core::Result<void>& refusal);

    /// Runs `work(session)` and returns its value.
    template <class Work>
    auto read(Work work) -> core::Result<decltype(work(std::declval<soci::session&>()))> {
        const std::scoped_lock lock(m_mutex);
        try {
            return work(m_session);
        } catch (const std::exception&) {
            return tl::unexpected(databaseError(m_file));
        }
    }

    /// Runs `work(session)` as one transaction; once this has returned a value, it is on the disk.
    template <class Work>
    auto write(Work work) -> core::Result<decltype(work(std::declval<soci::session&>()))> {
        return read([&](soci::session& session) {
            WriteTransaction transaction(session);
            auto value = work(session);
            transaction.commit();
            return value;
        });
    }

private:
    void applySettings();
    [[nodiscard]] core::Result<void> prepareTables();
    /// Of the tables in the file, 0 where there are none yet; what is not to be opened is an error.
    [[nodiscard]] core::Result<int> usableVersion();
    /// The file as it is, beside it: LIBRARY.vN, whole and of the version it had.
    void backUp(int version);

    std::filesystem::path m_file;
    std::mutex m_mutex;
    soci::session m_session;
};

} // namespace pleurascope::store
