// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <optional>
#include <soci/soci.h>
#include <vector>

namespace pleurascope::store {

/// A row of `verdict AS v`, which an outer join may leave empty, while a statement fills it.
class VerdictRow {
public:
    static constexpr const char* columns =
        "COALESCE(v.id, 0), COALESCE(v.study_id, 0), COALESCE(v.agrees, 0), COALESCE(v.side, ''), "
        "COALESCE(v.size, ''), COALESCE(v.comment, ''), COALESCE(v.reader, ''), COALESCE(v.model_hash, ''), "
        "COALESCE(v.made_at, '')";
    void bind(soci::statement& statement);
    [[nodiscard]] std::optional<VerdictRecord> record() const;

private:
    VerdictRecord m_record;
    int m_agrees = 0;
};

/// Writes verdicts; none is ever changed. Throws what SOCI throws.
class VerdictTable {
public:
    explicit VerdictTable(soci::session& session)
        : m_session(session) {}

    std::int64_t add(const VerdictRecord& verdict);
    /// All of a study, newest first.
    [[nodiscard]] std::vector<VerdictRecord> ofStudy(std::int64_t studyId);

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
