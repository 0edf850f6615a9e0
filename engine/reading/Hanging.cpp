// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Hanging.h"

#include <algorithm>
#include <cassert>

namespace pleurascope::reading {

namespace {

using Film = Hanging::Film;

bool isTaken(const std::vector<std::optional<Film>>& cells, const Film& film) {
    return std::find(cells.begin(), cells.end(), std::optional(film)) != cells.end();
}

std::optional<Film> closestIn(const FilmPattern& pattern, const std::vector<StudyFilmList>& studies,
                              std::size_t study, const std::vector<std::optional<Film>>& taken) {
    std::optional<Film> best;
    int closeness = -1;
    for (std::size_t i = 0; i < studies[study].size(); ++i) {
        const store::FilmRecord& film = studies[study][i];
        if (pattern.matches(film) && !isTaken(taken, {study, i}) && pattern.closeness(film) > closeness) {
            closeness = pattern.closeness(film);
            best = Film{study, i};
        }
    }
    return best;
}

/// With the priors of one earlier study.
Hanging hangWith(const HangingRule& rule, const std::vector<StudyFilmList>& studies, std::size_t prior) {
    Hanging hanging{rule.name, rule.rows, rule.columns, rule.isLinked, {}};
    for (const HangingPlace& place : rule.places) {
        const std::size_t study = place.isPrior ? prior : 0;
        hanging.cells.push_back(study < studies.size() ? closestIn(place.film, studies, study, hanging.cells)
                                                       : std::nullopt);
    }
    hanging.cells.resize(std::size_t(rule.rows * rule.columns));
    return hanging;
}

bool isFilled(const HangingRule& rule, const Hanging& hanging) {
    for (std::size_t i = 0; i < rule.places.size(); ++i)
        if (rule.places[i].isNeeded && !hanging.cells[i])
            return false;
    return true;
}

std::optional<Hanging> filled(const HangingRule& rule, const std::vector<StudyFilmList>& studies) {
    for (std::size_t prior = 1; prior <= std::max<std::size_t>(studies.size(), 2) - 1; ++prior) {
        Hanging hanging = hangWith(rule, studies, prior);
        if (isFilled(rule, hanging))
            return hanging;
    }
    return std::nullopt;
}

} // namespace

Hanging hang(const std::vector<HangingRule>& rules, const std::vector<StudyFilmList>& studies) {
    assert(!studies.empty() && !studies.front().empty());
    for (const HangingRule& rule : rules)
        if (auto hanging = filled(rule, studies))
            return *hanging;
    return {{}, 1, 1, false, {Film{0, 0}}};
}

Hanging hangBy(const HangingRule& rule, const std::vector<StudyFilmList>& studies) {
    if (auto hanging = filled(rule, studies))
        return *hanging;
    return hangWith(rule, studies, 1);
}

} // namespace pleurascope::reading
