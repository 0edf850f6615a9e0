// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/StudyFilter.h"

#include <cstdint>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace pleurascope::store {

/// Finds studies. What is typed goes through a trigram index (FTS5 of SQLite, pg_trgm of PostgreSQL); words
/// of fewer than three letters only narrow what the others find. Throws what SOCI throws.
class StudyQuery {
public:
    explicit StudyQuery(soci::session& session)
        : m_session(session) {}

    /// In the filter's order, at most its limit.
    [[nodiscard]] std::vector<std::int64_t> ids(const StudyFilter& filter);
    /// In triage order, whatever the filter's order is.
    [[nodiscard]] TriageList triage(const StudyFilter& filter);
    [[nodiscard]] int count(const StudyFilter& filter);

private:
    /// With the patient's key for its id.
    [[nodiscard]] StudyFilter keyed(const StudyFilter& filter);

    soci::session& m_session;
};

} // namespace pleurascope::store
