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

/// The ids that `query` finds, in its order.
template <class... Parameters>
std::vector<std::int64_t> selectIds(soci::session& session, const std::string& query,
                                    Parameters... parameters) {
    std::int64_t id = 0;
    soci::statement statement(session);
    statement.exchange(soci::into(id));
    (statement.exchange(parameters), ...);
    statement.alloc();
    statement.prepare(query);
    statement.define_and_bind();
    statement.execute();
    std::vector<std::int64_t> ids;
    while (statement.fetch())
        ids.push_back(id);
    return ids;
}

} // namespace pleurascope::store
