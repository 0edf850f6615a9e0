// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/PresentationRecords.h"
#include "engine/store/Records.h"

#include <optional>
#include <vector>

namespace pleurascope::ui::review {

/// A study as the library has it.
struct StudyFilms {
    store::WorklistRow row;
    std::vector<store::FilmRecord> films;
    std::vector<store::KeyImage> keyImages; ///< by film and frame

    [[nodiscard]] bool hasKeyImage(std::int64_t filmId) const;
};

/// Which film of an opened study.
struct FilmPlace {
    std::size_t study = 0; ///< 0: the one that was opened, then the priors
    std::size_t film = 0;
};

/// The study that was opened, and the earlier ones of its patient, newest first.
struct OpenedStudy : StudyFilms {
    std::vector<StudyFilms> priors;

    /// 0: the study itself, then its priors; there must be that many.
    [[nodiscard]] const StudyFilms& at(std::size_t study) const;
    [[nodiscard]] const store::FilmRecord& filmAt(FilmPlace place) const;
    /// Every film, in the order of the studies.
    [[nodiscard]] std::vector<FilmPlace> places() const;
    [[nodiscard]] std::optional<FilmPlace> placeOf(std::int64_t filmId) const;

    /// The key images of the study, then of its priors, as their films stand in their studies, frames
    /// ascending.
    [[nodiscard]] std::vector<store::KeyImage> keyImagesInOrder() const;
    /// Whether the film of `image`, which must be one of these, has a key image then.
    bool setKeyImage(const store::KeyImage& image, bool isKey);
};

} // namespace pleurascope::ui::review
