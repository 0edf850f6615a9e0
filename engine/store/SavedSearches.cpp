// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/SavedSearches.h"

#include "engine/store/Dialect.h"
#include "engine/store/PairRow.h"
#include "engine/store/Select.h"

namespace pleurascope::store {

using soci::use;

void SavedSearches::save(const std::string& name, const std::string& words) {
    m_session << "INSERT INTO saved_search (name, words, made_at) VALUES (:name, :words, "
              << utcNow(m_session)
              << ") ON CONFLICT (name) DO UPDATE SET words = excluded.words, made_at = excluded.made_at",
        use(name), use(words);
}

void SavedSearches::forget(const std::string& name) {
    m_session << "DELETE FROM saved_search WHERE name = :name", use(name);
}

std::vector<std::pair<std::string, std::string>> SavedSearches::all() {
    return selectAll<PairRow>(m_session, "SELECT name, words FROM saved_search ORDER BY name");
}

} // namespace pleurascope::store
