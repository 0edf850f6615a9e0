// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/AuditTable.h"
#include "engine/store/Database.h"
#include "engine/store/Library.h"

#include <mutex>

namespace pleurascope::store {

/// What a Library works with: for its own source files alone.
struct Library::Connection {
    explicit Connection(const LibraryLocation& where)
        : location(where)
        , database(where) {}

    [[nodiscard]] std::string actorNow() {
        const std::scoped_lock lock(actorMutex);
        return actor;
    }

    /// What an audit line is about: the study's UID, or its id where it has none.
    [[nodiscard]] static std::string subjectOf(std::int64_t studyId, const std::string& studyUid) {
        return studyUid.empty() ? "study " + std::to_string(studyId) : studyUid;
    }
    [[nodiscard]] static std::string subjectOf(soci::session& session, std::int64_t studyId) {
        std::string uid;
        session << "SELECT study_uid FROM study WHERE id = :id", soci::use(studyId), soci::into(uid);
        return subjectOf(studyId, uid);
    }
    void note(soci::session& session, AuditAction action, std::int64_t studyId, const std::string& detail) {
        AuditTable(session).add(actorNow(), action, studyId == 0 ? "" : subjectOf(session, studyId), detail);
    }

    LibraryLocation location;
    Database database;
    std::mutex actorMutex;
    std::string actor;
};

} // namespace pleurascope::store
