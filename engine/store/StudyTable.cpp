// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/StudyTable.h"

#include "engine/store/Dialect.h"
#include "engine/store/FilmTable.h"
#include "engine/store/NameSound.h"
#include "engine/store/PatientTable.h"
#include "engine/store/Select.h"

namespace pleurascope::store {

using soci::into;
using soci::use;

void StudyRow::bind(soci::statement& statement) {
    statement.exchange(into(m_record.id));
    for (std::string* text :
         {&m_record.studyUid, &m_record.patientName, &m_record.patientId, &m_record.birthDate, &m_record.sex,
          &m_record.age, &m_record.date, &m_record.time, &m_record.accessionNumber, &m_record.description,
          &m_record.importedAt, &m_record.patientKey, &m_record.binnedAt, &m_record.readingBy,
          &m_record.readingSince})
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
    const std::string key = PatientTable(m_session).keyOf(study.patientId);
    const std::string sound = nameSound(study.patientName);
    std::int64_t id = 0;
    m_session << "INSERT INTO study (study_uid, patient_name, patient_id, birth_date, sex, age, date, time, "
                 "accession_number, description, demonstration, kept_apart, patient_key, name_sound) "
                 "VALUES (:uid, :name, :pid, :birth, :sex, :age, :date, :time, :accession, :description, "
                 ":demo, :apart, :key, :sound) RETURNING id",
        use(study.studyUid), use(study.patientName), use(study.patientId), use(study.birthDate),
        use(study.sex), use(study.age), use(study.date), use(study.time), use(study.accessionNumber),
        use(study.description), use(demonstration), use(apart), use(key), use(sound), into(id);
    return id;
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

int StudyTable::count() {
    int count = 0;
    m_session << "SELECT COUNT(*) FROM study WHERE first_film_id <> 0 AND binned_at = ''", into(count);
    return count;
}

void StudyTable::chooseFirstFilm(std::int64_t id) {
    m_session << std::string("UPDATE study SET first_film_id = COALESCE((SELECT f.id FROM film AS f WHERE "
                             "f.study_id = :study AND f.path <> '' ORDER BY ") +
                     firstFilmFirst + " LIMIT 1), 0) WHERE id = :id",
        use(id), use(id);
}

bool StudyTable::bin(std::int64_t id) {
    std::int64_t found = 0;
    m_session << "UPDATE study SET binned_at = " << utcNow(m_session)
              << " WHERE id = :id AND binned_at = '' RETURNING id",
        use(id), into(found);
    return m_session.got_data();
}

bool StudyTable::restore(std::int64_t id) {
    std::int64_t found = 0;
    m_session << "UPDATE study SET binned_at = '' WHERE id = :id AND binned_at <> '' RETURNING id", use(id),
        into(found);
    return m_session.got_data();
}

std::vector<std::int64_t> StudyTable::binned() {
    return selectIds(m_session,
                     "SELECT id FROM study WHERE binned_at <> '' ORDER BY binned_at DESC, id DESC");
}

void StudyTable::remove(std::int64_t id) {
    m_session
        << "DELETE FROM presentation WHERE study_uid = (SELECT study_uid FROM study WHERE id = :id) AND NOT "
           "EXISTS (SELECT 1 FROM study AS s WHERE s.study_uid = presentation.study_uid AND s.id <> :again)",
        use(id), use(id);
    m_session << "DELETE FROM study WHERE id = :id", use(id);
}

void StudyTable::setReader(std::int64_t id, const std::string& reader) {
    m_session << "UPDATE study SET reading_by = :reader, reading_since = CASE WHEN :again = '' THEN '' ELSE "
              << utcNow(m_session) << " END WHERE id = :id",
        use(reader), use(reader), use(id);
}

} // namespace pleurascope::store
