// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <soci/soci.h>
#include <string>
#include <utility>
#include <vector>

namespace pleurascope::store {

/// Searches under a name. Throws what SOCI throws.
class SavedSearches {
public:
    explicit SavedSearches(soci::session& session)
        : m_session(session) {}

    void save(const std::string& name, const std::string& words);
    void forget(const std::string& name);
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> all();

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
