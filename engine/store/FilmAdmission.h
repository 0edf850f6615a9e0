// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/FilmTable.h"
#include "engine/store/Library.h"
#include "engine/store/ScoreTable.h"
#include "engine/store/StudyTable.h"

#include <map>

namespace pleurascope::store {

/// Decides what a film that comes in is: new, known, or another film under a known UID. Lives for one
/// transaction. Throws what SOCI throws.
class FilmAdmission {
public:
    explicit FilmAdmission(soci::session& session)
        : m_studies(session)
        , m_films(session)
        , m_scores(session) {}

    AddResult admit(const StudyRecord& study, const FilmRecord& film);
    /// After the last film: what the studies show now. Nothing may be read of them before.
    void settle();

private:
    /// What to do where the path is known; none where the film is then to be treated as one that comes in
    /// anew.
    std::optional<AddResult> admitAtKnownPath(const FilmRecord& known, const StudyRecord& study,
                                              const FilmRecord& film);
    AddResult admitAtNewPath(const StudyRecord& study, const FilmRecord& film);
    AddResult add(const StudyRecord& study, FilmRecord film, AddOutcome outcome);
    [[nodiscard]] bool samePatient(const FilmRecord& known, const StudyRecord& study);

    StudyTable m_studies;
    FilmTable m_films;
    ScoreTable m_scores;
    struct Touch {
        bool isNew = false; ///< it has neither scores nor was in the bin
        bool isMet = false; ///< a film of it came in
    };
    std::map<std::int64_t, Touch> m_touched; ///< studies whose films changed
};

} // namespace pleurascope::store
