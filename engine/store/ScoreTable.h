// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <soci/soci.h>

namespace pleurascope::store {

/// Which score counts for a study: the newest that a model gave its first film as that is now. Chosen anew
/// whenever one of the three changes, so that lists need not look for it. Throws what SOCI throws.
class ScoreTable {
public:
    explicit ScoreTable(soci::session& session)
        : m_session(session) {}

    /// Of every model.
    void choose(std::int64_t studyId);
    void chooseAll();

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
