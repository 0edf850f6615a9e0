// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <soci/soci.h>
#include <string>

namespace pleurascope::store {

/// Single values that belong to a library as a whole. Throws what SOCI throws.
class LibraryValues {
public:
    explicit LibraryValues(soci::session& session)
        : m_session(session) {}

    /// Empty where there is none.
    [[nodiscard]] std::string get(const std::string& name) {
        std::string value;
        m_session << "SELECT value FROM library_value WHERE name = :name", soci::use(name), soci::into(value);
        return m_session.got_data() ? value : std::string();
    }
    void set(const std::string& name, const std::string& value) {
        m_session << "INSERT INTO library_value (name, value) VALUES (:name, :value) "
                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            soci::use(name), soci::use(value);
    }

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
