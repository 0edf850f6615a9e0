// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <soci/soci.h>
#include <string>

namespace pleurascope::store {

/// The words of SQL in which the databases differ.
[[nodiscard]] inline bool isPostgres(soci::session& session) {
    return session.get_backend_name() == "postgresql";
}

/// The moment of the statement by the database's clock, UTC ISO 8601, as an expression.
[[nodiscard]] inline std::string utcNow(soci::session& session) {
    return isPostgres(session) ? "utc_now()" : "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')";
}

} // namespace pleurascope::store
