// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/VerdictTable.h"

#include "engine/store/Dialect.h"
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
    std::int64_t id = 0;
    m_session << "INSERT INTO verdict (study_id, agrees, side, size, comment, reader, model_hash, made_at) "
                 "VALUES (:study, :agrees, :side, :size, :comment, :reader, :hash, "
                 "COALESCE(NULLIF(:made, ''), "
              << utcNow(m_session) << ")) RETURNING id",
        use(verdict.studyId), use(agrees), use(verdict.side), use(verdict.size), use(verdict.comment),
        use(verdict.reader), use(verdict.modelHash), use(verdict.madeAt), into(id);
    m_session << "UPDATE study SET verdict_id = :id, verdict_agrees = :agrees, "
                 "verdict_at = (SELECT made_at FROM verdict WHERE id = :again) WHERE id = :study",
        use(id), use(agrees), use(id), use(verdict.studyId);
    return id;
}

std::vector<VerdictRecord> VerdictTable::ofStudy(std::int64_t studyId) {
    std::vector<VerdictRecord> records;
    for (auto& record :
         selectAll<VerdictRow>(m_session,
                               std::string("SELECT ") + VerdictRow::columns +
                                   " FROM verdict AS v WHERE v.study_id = :study ORDER BY v.id DESC",
                               use(studyId)))
        records.push_back(std::move(record.value()));
    return records;
}

} // namespace pleurascope::store
