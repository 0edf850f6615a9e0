// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <soci/soci.h>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::store {

/// Studies as the worklist shows them: joined with their first film, and its newest counting score of one
/// model, and the newest verdict. Throws what SOCI throws.
class WorklistQuery {
public:
    WorklistQuery(soci::session& session, std::string modelHash)
        : m_session(session)
        , m_modelHash(std::move(modelHash)) {}

    /// Newest study first (date, time, then the later arrival).
    [[nodiscard]] std::vector<WorklistRow> all();
    /// Empty where there is no such study.
    [[nodiscard]] std::vector<WorklistRow> one(std::int64_t studyId);
    /// Studies with a verdict, and the score of the model that it was about.
    [[nodiscard]] std::vector<WorklistRow> judged();
    /// Those of these ids that there are, in this order.
    [[nodiscard]] std::vector<WorklistRow> of(std::span<const std::int64_t> studyIds);
    [[nodiscard]] std::vector<WorklistRow> earlierThan(std::int64_t studyId);
    /// First films without a score, newest arrival first.
    [[nodiscard]] std::vector<FilmRecord> filmsWithoutScore(int limit);
    [[nodiscard]] int countWithoutScore();

private:
    soci::session& m_session;
    std::string m_modelHash;
};

} // namespace pleurascope::store
