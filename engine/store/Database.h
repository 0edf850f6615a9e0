// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/store/Backend.h"

#include <memory>
#include <mutex>
#include <soci/soci.h>
#include <utility>

namespace pleurascope::store {

/// A transaction with no other writer beside it, which rolls back unless it was committed.
class WriteTransaction {
public:
    WriteTransaction(Backend& backend, soci::session& session);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    void commit();

private:
    soci::session& m_session;
    bool m_open = true;
};

/// One connection to a library's database, its tables in order. Calls from several threads are serialised;
/// what SOCI throws becomes an Error here. A connection that was lost is made anew by the next call.
class Database {
public:
    explicit Database(const LibraryLocation& location);
    /// Before anything else. A library of an earlier version is kept and brought up to this one. Errors:
    /// databaseFailed, databaseTooNew, diskFull.
    [[nodiscard]] core::Result<void> open();

    /// Runs `work(session)` and returns its value.
    template <class Work>
    auto read(Work work) -> core::Result<decltype(work(std::declval<soci::session&>()))> {
        const std::scoped_lock lock(m_mutex);
        try {
            connectAgain();
            return work(m_session);
        } catch (const std::exception&) {
            return tl::unexpected(failed());
        }
    }

    /// Runs `work(session)` as one transaction; once this has returned a value, it is on the disk.
    template <class Work>
    auto write(Work work) -> core::Result<decltype(work(std::declval<soci::session&>()))> {
        return read([&](soci::session& session) {
            WriteTransaction transaction(*m_backend, session);
            auto value = work(session);
            transaction.commit();
            return value;
        });
    }

    /// The same for work that gives nothing back.
    template <class Work>
    core::Result<void> change(Work work) {
        return write([&](soci::session& session) {
                   work(session);
                   return true;
               })
            .map([](bool) {});
    }

private:
    [[nodiscard]] core::Result<void> prepareTables();
    void connectAgain();
    [[nodiscard]] core::Error failed();

    std::unique_ptr<Backend> m_backend;
    std::mutex m_mutex;
    soci::session m_session;
    bool m_isLost = false;
};

} // namespace pleurascope::store
