// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/HangingRules.h"

#include <optional>

namespace pleurascope::reading {

/// A study's films in the library's order, the first film first.
using StudyFilmList = std::vector<store::FilmRecord>;

/// Which film hangs where.
struct Hanging {
    /// A film of the study (0) or of an earlier one (1 and up, newest first).
    struct Film {
        std::size_t study = 0;
        std::size_t film = 0;
        friend bool operator==(const Film&, const Film&) = default;
    };

    std::string rule; ///< its name; empty: no rule applies, the study's first film hangs alone
    int rows = 1;
    int columns = 1;
    bool isLinked = false;
    std::vector<std::optional<Film>> cells; ///< row by row
};

/// By the first rule all of whose needed places can be filled. No film hangs twice; of several that fit a
/// place the closest is taken, of equals the first. Priors all come from one earlier study, the latest that
/// fits. `studies`: the study itself, which must have a film, then the earlier ones, newest first.
[[nodiscard]] Hanging hang(const std::vector<HangingRule>& rules, const std::vector<StudyFilmList>& studies);

/// By this rule whether or not it can be filled; places without a film stay empty.
[[nodiscard]] Hanging hangBy(const HangingRule& rule, const std::vector<StudyFilmList>& studies);

} // namespace pleurascope::reading
