// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/PatientTable.h"

#include "engine/store/Dialect.h"
#include "engine/store/PairRow.h"
#include "engine/store/Select.h"

namespace pleurascope::store {

using soci::into;
using soci::use;

namespace {

/// A patient id while a statement fills it.
class IdRow {
public:
    void bind(soci::statement& statement) { statement.exchange(into(m_id)); }
    [[nodiscard]] std::string record() const { return m_id; }

private:
    std::string m_id;
};

} // namespace

std::string PatientTable::keyOf(const std::string& patientId) {
    std::string key = patientId;
    for (std::string next;; key = next) {
        m_session << "SELECT into_id FROM patient_link WHERE from_id = :id", use(key), into(next);
        if (!m_session.got_data())
            return key;
    }
}

bool PatientTable::merge(const std::string& fromId, const std::string& intoId, const std::string& reader) {
    const std::string from = keyOf(fromId);
    const std::string target = keyOf(intoId);
    if (from.empty() || target.empty() || from == target)
        return false;
    m_session
        << "INSERT INTO patient_link (from_id, into_id, reader, made_at) VALUES (:from, :into, :reader, "
        << utcNow(m_session) << ")",
        use(from), use(target), use(reader);
    keyStudiesOf(from);
    return true;
}

bool PatientTable::split(const std::string& patientId) {
    const std::string oldKey = keyOf(patientId);
    std::string found;
    m_session << "DELETE FROM patient_link WHERE from_id = :id RETURNING from_id", use(patientId),
        into(found);
    if (!m_session.got_data())
        return false;
    keyStudiesOf(oldKey);
    return true;
}

std::vector<std::pair<std::string, std::string>> PatientTable::links() {
    return selectAll<PairRow>(m_session,
                              "SELECT from_id, into_id FROM patient_link ORDER BY made_at, from_id");
}

void PatientTable::keyStudiesOf(const std::string& oldKey) {
    for (const std::string& id : selectAll<IdRow>(
             m_session, "SELECT DISTINCT patient_id FROM study WHERE patient_key = :key", use(oldKey))) {
        const std::string key = keyOf(id);
        m_session << "UPDATE study SET patient_key = :key WHERE patient_id = :id", use(key), use(id);
    }
}

} // namespace pleurascope::store
