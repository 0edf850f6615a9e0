// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/PredictionTable.h"

#include "engine/store/Dialect.h"
#include "engine/store/Select.h"

namespace pleurascope::store {

using soci::into;
using soci::use;

void PredictionRow::bind(soci::statement& statement) {
    statement.exchange(into(m_record.id));
    statement.exchange(into(m_record.filmId));
    statement.exchange(into(m_record.modelHash));
    statement.exchange(into(m_record.modelName));
    statement.exchange(into(m_record.probability));
    statement.exchange(into(m_record.logit));
    statement.exchange(into(m_record.threshold));
    statement.exchange(into(m_phantomsOnly));
    statement.exchange(into(m_calibrated));
    statement.exchange(into(m_record.refusal));
    statement.exchange(into(m_record.madeAt));
}

std::optional<PredictionRecord> PredictionRow::record() const {
    if (m_record.id == 0)
        return std::nullopt;
    PredictionRecord record = m_record;
    record.phantomsOnly = m_phantomsOnly != 0;
    record.calibrated = m_calibrated != 0;
    return record;
}

std::int64_t PredictionTable::add(const PredictionRecord& prediction) {
    const int phantomsOnly = prediction.phantomsOnly ? 1 : 0;
    const int calibrated = prediction.calibrated ? 1 : 0;
    std::int64_t id = 0;
    // The film's revision is taken here: a score counts for the content that it was made of.
    m_session << "INSERT INTO prediction (film_id, film_revision, model_hash, model_name, probability, "
                 "logit, threshold, "
                 "phantoms_only, calibrated, refusal, made_at) "
                 "VALUES (:film, COALESCE((SELECT revision FROM film WHERE id = :again), 0), :hash, :name, "
                 ":probability, "
                 ":logit, :threshold, :phantoms, :calibrated, :refusal, COALESCE(NULLIF(:made, ''), "
              << utcNow(m_session) << ")) RETURNING id",
        use(prediction.filmId), use(prediction.filmId), use(prediction.modelHash), use(prediction.modelName),
        use(prediction.probability), use(prediction.logit), use(prediction.threshold), use(phantomsOnly),
        use(calibrated), use(prediction.refusal), use(prediction.madeAt), into(id);
    return id;
}

std::vector<PredictionRecord> PredictionTable::ofFilm(std::int64_t filmId) {
    std::vector<PredictionRecord> records;
    for (auto& record :
         selectAll<PredictionRow>(m_session,
                                  std::string("SELECT ") + PredictionRow::columns +
                                      " FROM prediction AS p WHERE p.film_id = :film ORDER BY p.id DESC",
                                  use(filmId)))
        records.push_back(std::move(record.value()));
    return records;
}

int PredictionTable::count(const std::string& modelHash) {
    int count = 0;
    m_session << "SELECT COUNT(*) FROM prediction WHERE model_hash = :hash", into(count), use(modelHash);
    return count;
}

} // namespace pleurascope::store
