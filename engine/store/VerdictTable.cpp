// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/VerdictTable.h"

#include "engine/store/Select.h"

namespace pleurascope::store {

using soci::into;
using soci::use;

void VerdictRow::bind(soci::statement& statement) {
    statement.exchange(into(m_record.id));
    statement.exchange(into(m_record.studyId));
    statement.exchange(into(m_agrees));
    for (std::string* text : {&m_record.side, &m_record.size, &m_record.comment, &m_record.reader,
                              &m_record.modelHash, &m_record.madeAt})
        statement.exchange(into(*text));
}

std::optional<VerdictRecord> VerdictRow::record() const {
    if (m_record.id == 0)
        return std::nullopt;
    VerdictRecord record = m_record;
    record.choice = m_agrees != 0 ? VerdictChoice::agree : VerdictChoice::disagree;
    return record;
}

std::int64_t VerdictTable::add(const VerdictRecord& verdict) {
    const int agrees = verdict.choice == VerdictChoice::agree ? 1 : 0;
    m_session << "INSERT INTO verdict (study_id, agrees, side, size, comment, reader, model_hash, made_at) "
                 "VALUES (:study, :agrees, :side, :size, :comment, :reader, :hash, "
                 "COALESCE(NULLIF(:made, ''), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')))",
        use(verdict.studyId), use(agrees), use(verdict.side), use(verdict.size), use(verdict.comment),
        use(verdict.reader), use(verdict.modelHash), use(verdict.madeAt);
    return lastRowId(m_session);
}

} // namespace pleurascope::store
