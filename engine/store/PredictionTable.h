// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <optional>
#include <soci/soci.h>
#include <vector>

namespace pleurascope::store {

/// A row of `prediction AS p`, which an outer join may leave empty, while a statement fills it.
class PredictionRow {
public:
    static constexpr const char* columns =
        "COALESCE(p.id, 0), COALESCE(p.film_id, 0), COALESCE(p.model_hash, ''), COALESCE(p.model_name, ''), "
        "COALESCE(p.probability, 0.0), COALESCE(p.logit, 0.0), COALESCE(p.threshold, 0.0), "
        "COALESCE(p.phantoms_only, 0), COALESCE(p.calibrated, 0), COALESCE(p.refusal, ''), "
        "COALESCE(p.made_at, '')";
    void bind(soci::statement& statement);
    [[nodiscard]] std::optional<PredictionRecord> record() const;

private:
    PredictionRecord m_record;
    int m_phantomsOnly = 0;
    int m_calibrated = 0;
};

/// Writes predictions; none is ever changed. Throws what SOCI throws.
class PredictionTable {
public:
    explicit PredictionTable(soci::session& session)
        : m_session(session) {}

    std::int64_t add(const PredictionRecord& prediction);
    [[nodiscard]] int count(const std::string& modelHash);
    /// Of every model and of all that the film's file ever held, newest first.
    [[nodiscard]] std::vector<PredictionRecord> ofFilm(std::int64_t filmId);

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
