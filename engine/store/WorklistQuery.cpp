// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/WorklistQuery.h"

#include "engine/store/FilmTable.h"
#include "engine/store/PredictionTable.h"
#include "engine/store/Select.h"
#include "engine/store/StudyTable.h"
#include "engine/store/VerdictTable.h"

namespace pleurascope::store {

using soci::into;
using soci::use;

namespace {

/// Studies `s` with their first film `x` of those that have a file.
const std::string studiesWithFirstFilm =
    std::string(" FROM study AS s JOIN film AS x ON x.id = (SELECT f.id FROM film AS f "
                "WHERE f.study_id = s.id AND f.path <> '' ORDER BY ") +
    firstFilmFirst + " LIMIT 1) JOIN film AS f ON f.id = x.id";

/// The newest score of a model (the query's first parameter) for the content that the file has now.
constexpr const char* newestScore =
    "(SELECT MAX(q.id) FROM prediction AS q WHERE q.film_id = f.id AND q.film_revision = f.revision "
    "AND q.model_hash = :hash)";

/// Whether study `o` came before study `s` for the same patient.
constexpr const char* isEarlierStudy = "o.patient_id = s.patient_id AND s.patient_id <> '' AND o.date <> '' "
                                       "AND (o.date, o.time) < (s.date, s.time)";

std::string selectedColumns() {
    return std::string("SELECT ") + StudyRow::columns + ", " + FilmRow::columns +
           ", (SELECT COUNT(*) FROM film AS n WHERE n.study_id = s.id AND n.path <> '')"
           ", (SELECT COUNT(*) FROM study AS o WHERE " +
           isEarlierStudy + "), " + PredictionRow::columns + ", " + VerdictRow::columns;
}

std::string worklistQuery(const std::string& condition) {
    return selectedColumns() + studiesWithFirstFilm + " LEFT JOIN prediction AS p ON p.id = " + newestScore +
           " LEFT JOIN verdict AS v ON v.id = (SELECT MAX(w.id) FROM verdict AS w WHERE w.study_id = s.id)" +
           condition + " ORDER BY s.date DESC, s.time DESC, s.id DESC";
}

/// A line of the worklist while a statement fills it.
class WorklistLine {
public:
    void bind(soci::statement& statement) {
        m_study.bind(statement);
        m_film.bind(statement);
        statement.exchange(into(m_filmCount));
        statement.exchange(into(m_earlierStudies));
        m_prediction.bind(statement);
        m_verdict.bind(statement);
    }
    [[nodiscard]] WorklistRow record() const {
        return {m_study.record(), m_film.record(),       m_filmCount,
                m_earlierStudies, m_prediction.record(), m_verdict.record()};
    }

private:
    StudyRow m_study;
    FilmRow m_film;
    int m_filmCount = 0;
    int m_earlierStudies = 0;
    PredictionRow m_prediction;
    VerdictRow m_verdict;
};

} // namespace

std::vector<WorklistRow> WorklistQuery::all() {
    return selectAll<WorklistLine>(m_session, worklistQuery(""), use(m_modelHash));
}

std::vector<WorklistRow> WorklistQuery::one(std::int64_t studyId) {
    return selectAll<WorklistLine>(m_session, worklistQuery(" WHERE s.id = :study"), use(m_modelHash),
                                   use(studyId));
}

std::vector<WorklistRow> WorklistQuery::judged() {
    const std::string query =
        selectedColumns() + studiesWithFirstFilm +
        " JOIN verdict AS v ON v.id = (SELECT MAX(w.id) FROM verdict AS w WHERE w.study_id = s.id)"
        " LEFT JOIN prediction AS p ON p.id = (SELECT MAX(q.id) FROM prediction AS q WHERE q.film_id = f.id "
        "AND q.film_revision = f.revision AND q.model_hash = v.model_hash) ORDER BY v.made_at, v.id";
    return selectAll<WorklistLine>(m_session, query);
}

std::vector<WorklistRow> WorklistQuery::of(const std::vector<std::int64_t>& studyIds) {
    if (studyIds.empty())
        return {};
    std::string list;
    for (const std::int64_t id : studyIds)
        list += (list.empty() ? "" : ",") + std::to_string(id);
    return selectAll<WorklistLine>(m_session, worklistQuery(" WHERE s.id IN (" + list + ")"),
                                   use(m_modelHash));
}

std::vector<WorklistRow> WorklistQuery::earlierThan(std::int64_t studyId) {
    const std::string condition =
        std::string(" WHERE s.id IN (SELECT o.id FROM study AS o JOIN study AS s ON s.id = :study WHERE ") +
        isEarlierStudy + ")";
    return selectAll<WorklistLine>(m_session, worklistQuery(condition), use(m_modelHash), use(studyId));
}

std::vector<FilmRecord> WorklistQuery::filmsWithoutScore(int limit) {
    const std::string query = std::string("SELECT ") + FilmRow::columns + studiesWithFirstFilm + " WHERE " +
                              newestScore + " IS NULL ORDER BY s.id LIMIT :limit";
    return selectAll<FilmRow>(m_session, query, use(m_modelHash), use(limit));
}

int WorklistQuery::countWithoutScore() {
    int count = 0;
    m_session << "SELECT COUNT(*)" + studiesWithFirstFilm + " WHERE " + newestScore + " IS NULL", into(count),
        use(m_modelHash);
    return count;
}

} // namespace pleurascope::store
