// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace pleurascope::store {

/// Finds studies by what is typed: name, patient id, accession number, date, description, UID. Words may be
/// parts of words and stand in any order; all must be there; case does not count. Words of three letters and
/// more go through a trigram index (FTS5), shorter ones only narrow what those find. Throws what SOCI throws.
class StudySearch {
public:
    explicit StudySearch(soci::session& session)
        : m_session(session) {}

    /// Ids, newest study first, at most `limit`; all studies where nothing is typed.
    [[nodiscard]] std::vector<std::int64_t> ids(const std::string& text, int limit);

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
