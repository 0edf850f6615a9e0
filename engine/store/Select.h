// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace pleurascope::store {

/// All records that `query` finds. Row has `bind(soci::statement&)`, which names a place for each column in
/// order, and `record()`, which is taken after each fetch. `parameters` are soci::use(...), in the query's
/// order.
template <class Row, class... Parameters>
auto selectAll(soci::session& session, const std::string& query, Parameters... parameters) {
    Row row;
    soci::statement statement(session);
    row.bind(statement);
    (statement.exchange(parameters), ...);
    statement.alloc();
    statement.prepare(query);
    statement.define_and_bind();
    statement.execute();
    std::vector<decltype(row.record())> records;
    while (statement.fetch())
        records.push_back(row.record());
    return records;
}

/// The id that the last INSERT of this connection gave.
inline std::int64_t lastRowId(soci::session& session) {
    std::int64_t id = 0;
    session << "SELECT last_insert_rowid()", soci::into(id);
    return id;
}

} // namespace pleurascope::store
