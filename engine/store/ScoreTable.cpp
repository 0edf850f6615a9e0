// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/ScoreTable.h"

#include <string>

namespace pleurascope::store {

namespace {

const std::string chosen =
    "INSERT INTO study_score (model_hash, study_id, prediction_id, probability, is_flagged, is_refused) "
    "SELECT p.model_hash, s.id, p.id, p.probability, "
    "CASE WHEN p.refusal = '' AND p.probability >= p.threshold THEN 1 ELSE 0 END, "
    "CASE WHEN p.refusal = '' THEN 0 ELSE 1 END "
    "FROM study AS s JOIN film AS f ON f.id = s.first_film_id JOIN prediction AS p ON p.id IN "
    "(SELECT MAX(q.id) FROM prediction AS q WHERE q.film_id = f.id AND q.film_revision = f.revision "
    "GROUP BY q.model_hash)";

} // namespace

void ScoreTable::choose(std::int64_t studyId) {
    m_session << "DELETE FROM study_score WHERE study_id = :id", soci::use(studyId);
    m_session << chosen + " WHERE s.id = :id", soci::use(studyId);
}

void ScoreTable::chooseAll() {
    m_session << "DELETE FROM study_score";
    m_session << chosen;
}

} // namespace pleurascope::store
