// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/StudyTable.h"

#include "engine/store/Select.h"

namespace pleurascope::store {

using soci::into;
using soci::use;

void StudyRow::bind(soci::statement& statement) {
    statement.exchange(into(m_record.id));
    for (std::string* text :
         {&m_record.studyUid, &m_record.patientName, &m_record.patientId, &m_record.birthDate, &m_record.sex,
          &m_record.age, &m_record.date, &m_record.time, &m_record.accessionNumber, &m_record.description,
          &m_record.importedAt})
        statement.exchange(into(*text));
    statement.exchange(into(m_demonstration));
}

StudyRecord StudyRow::record() const {
    StudyRecord record = m_record;
    record.demonstration = m_demonstration != 0;
    return record;
}

std::int64_t StudyTable::add(const StudyRecord& study, bool keptApart) {
    const int demonstration = study.demonstration ? 1 : 0;
    const int apart = keptApart ? 1 : 0;
    m_session << "INSERT INTO study (study_uid, patient_name, patient_id, birth_date, sex, age, date, time, "
                 "accession_number, description, demonstration, kept_apart) "
                 "VALUES (:uid, :name, :pid, :birth, :sex, :age, :date, :time, :accession, :description, "
                 ":demo, :apart)",
        use(study.studyUid), use(study.patientName), use(study.patientId), use(study.birthDate),
        use(study.sex), use(study.age), use(study.date), use(study.time), use(study.accessionNumber),
        use(study.description), use(demonstration), use(apart);
    return lastRowId(m_session);
}

StudyRecord StudyTable::get(std::int64_t id) {
    const std::string query =
        std::string("SELECT ") + StudyRow::columns + " FROM study AS s WHERE s.id = :id";
    return selectAll<StudyRow>(m_session, query, use(id)).at(0);
}

std::optional<std::int64_t> StudyTable::find(const StudyRecord& study) {
    if (study.studyUid.empty())
        return std::nullopt;
    std::int64_t id = 0;
    m_session << "SELECT id FROM study WHERE study_uid = :uid AND patient_name = :name AND patient_id = :pid "
                 "AND kept_apart = 0 ORDER BY id LIMIT 1",
        into(id), use(study.studyUid), use(study.patientName), use(study.patientId);
    return m_session.got_data() ? std::optional(id) : std::nullopt;
}

void StudyTable::remove(std::int64_t id) {
    m_session
        << "DELETE FROM presentation WHERE study_uid = (SELECT study_uid FROM study WHERE id = :id) AND NOT "
           "EXISTS (SELECT 1 FROM study AS s WHERE s.study_uid = presentation.study_uid AND s.id <> :again)",
        use(id), use(id);
    m_session << "DELETE FROM study WHERE id = :id", use(id);
}

int StudyTable::count() {
    int count = 0;
    m_session << "SELECT COUNT(*) FROM study AS s WHERE EXISTS "
                 "(SELECT 1 FROM film WHERE study_id = s.id AND path <> '')",
        into(count);
    return count;
}

} // namespace pleurascope::store
