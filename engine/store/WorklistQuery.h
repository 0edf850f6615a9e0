// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <soci/soci.h>
#include <string>
#include <vector>

namespace pleurascope::store {

/// Which film of a study comes first, as an ORDER BY over `film AS f`: laterals after the others, then by
/// arrival. (0018,5101) LL and RL are the DICOM codes; the words are what other sources write.
inline constexpr const char* firstFilmFirst = "f.view IN ('LL', 'RL', 'LATERAL', 'LAT', 'L'), f.id";

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
    /// Those of these ids that there are.
    [[nodiscard]] std::vector<WorklistRow> of(const std::vector<std::int64_t>& studyIds);
    [[nodiscard]] std::vector<WorklistRow> earlierThan(std::int64_t studyId);
    /// First films without a score, oldest arrival first.
    [[nodiscard]] std::vector<FilmRecord> filmsWithoutScore(int limit);
    [[nodiscard]] int countWithoutScore();

private:
    soci::session& m_session;
    std::string m_modelHash;
};

} // namespace pleurascope::store
