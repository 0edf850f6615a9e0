// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/WorklistQuery.h"

#include "engine/store/FilmTable.h"
#include "engine/store/PredictionTable.h"
#include "engine/store/Select.h"
#include "engine/store/StudyTable.h"
#include "engine/store/VerdictTable.h"

#include <unordered_map>

namespace pleurascope::store {

using soci::into;
using soci::use;

namespace {

/// Studies `s` with their first film.
constexpr const char* studiesWithFirstFilm = " FROM study AS s JOIN film AS f ON f.id = s.first_film_id";

/// The score of a model (the query's first parameter) that counts.
constexpr const char* withScore = " LEFT JOIN study_score AS c ON c.study_id = s.id AND c.model_hash = :hash "
                                  "LEFT JOIN prediction AS p ON p.id = c.prediction_id";

constexpr const char* withoutScore = " WHERE s.binned_at = '' AND NOT EXISTS (SELECT 1 FROM study_score AS c "
                                     "WHERE c.study_id = s.id AND c.model_hash = :hash)";

/// Whether study `o` came before study `s` for the same patient.
constexpr const char* isEarlierStudy =
    "o.patient_key = s.patient_key AND s.patient_key <> '' AND o.date <> '' "
    "AND o.binned_at = '' AND o.first_film_id <> 0 "
    "AND (o.date, o.time) < (s.date, s.time)";

std::string selectedColumns() {
    return std::string("SELECT ") + StudyRow::columns + ", " + FilmRow::columns +
           ", (SELECT COUNT(*) FROM film AS n WHERE n.study_id = s.id AND n.path <> '')"
           ", (SELECT COUNT(*) FROM study AS o WHERE " +
           isEarlierStudy + "), " + PredictionRow::columns + ", " + VerdictRow::columns;
}

std::string worklistQuery(const std::string& condition) {
    return selectedColumns() + studiesWithFirstFilm + withScore +
           " LEFT JOIN verdict AS v ON v.id = s.verdict_id" + condition +
           " ORDER BY s.date DESC, s.time DESC, s.id DESC";
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
    return selectAll<WorklistLine>(m_session, worklistQuery(" WHERE s.binned_at = ''"), use(m_modelHash));
}

std::vector<WorklistRow> WorklistQuery::one(std::int64_t studyId) {
    return selectAll<WorklistLine>(m_session, worklistQuery(" WHERE s.id = :study"), use(m_modelHash),
                                   use(studyId));
}

std::vector<WorklistRow> WorklistQuery::judged() {
    const std::string query =
        selectedColumns() + studiesWithFirstFilm +
        " JOIN verdict AS v ON v.id = s.verdict_id AND s.binned_at = ''"
        " LEFT JOIN study_score AS c ON c.study_id = s.id AND c.model_hash = v.model_hash"
        " LEFT JOIN prediction AS p ON p.id = c.prediction_id ORDER BY v.made_at, v.id";
    return selectAll<WorklistLine>(m_session, query);
}

std::vector<WorklistRow> WorklistQuery::of(std::span<const std::int64_t> studyIds) {
    if (studyIds.empty())
        return {};
    std::string list;
    for (const std::int64_t id : studyIds)
        list += (list.empty() ? "" : ",") + std::to_string(id);
    std::unordered_map<std::int64_t, WorklistRow> rows;
    for (auto& row :
         selectAll<WorklistLine>(m_session, worklistQuery(" WHERE s.id IN (" + list + ")"), use(m_modelHash)))
        rows.emplace(row.study.id, std::move(row));
    std::vector<WorklistRow> inOrder;
    for (const std::int64_t id : studyIds)
        if (const auto row = rows.find(id); row != rows.end())
            inOrder.push_back(std::move(row->second));
    return inOrder;
}

std::vector<WorklistRow> WorklistQuery::earlierThan(std::int64_t studyId) {
    const std::string condition =
        std::string(" WHERE s.id IN (SELECT o.id FROM study AS o JOIN study AS s ON s.id = :study WHERE ") +
        isEarlierStudy + ")";
    return selectAll<WorklistLine>(m_session, worklistQuery(condition), use(m_modelHash), use(studyId));
}

std::vector<FilmRecord> WorklistQuery::filmsWithoutScore(int limit) {
    const std::string query = std::string("SELECT ") + FilmRow::columns + studiesWithFirstFilm +
                              withoutScore + " ORDER BY s.id DESC LIMIT :limit";
    return selectAll<FilmRow>(m_session, query, use(m_modelHash), use(limit));
}

int WorklistQuery::countWithoutScore() {
    int count = 0;
    m_session << std::string("SELECT COUNT(*)") + studiesWithFirstFilm + withoutScore, into(count),
        use(m_modelHash);
    return count;
}

} // namespace pleurascope::store
