// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "engine/imaging/GreyScale.h"
#include "engine/intake/Film.h"
#include "engine/store/Records.h"

#include <memory>
#include <optional>
#include <vector>

namespace pleurascope::ui::review {

/// How a film is shown just now. `voiTable` 0 or above: by that VOI look-up table of the file, which `window`
/// then only stands for.
struct FilmDisplay {
    imaging::Window window;
    int voiTable = -1;
    bool inverted = false;

    friend bool operator==(const FilmDisplay&, const FilmDisplay&) = default;
};

/// A film with all that the viewer needs before its first paint, made on a worker. Copies share the pixels.
struct LoadedFilm {
    std::shared_ptr<const intake::Film> film;
    int frame = 0;           ///< which of its frames, from 0
    imaging::Image overview; ///< the whole film, at most `overviewSide` pixels a side: stands in until the
                             ///< sharp part is there
    imaging::Window automatic;
    imaging::Window fullRange;
    imaging::ValueRange range;
    FilmDisplay initial;                              ///< what the file asks for, else automatic
    std::vector<store::AnnotationRecord> annotations; ///< of all its frames; the library's

    /// False where only the automatic window tells how it is shown first.
    [[nodiscard]] bool bringsWindow() const;

    static constexpr int overviewSide = 1024;

    /// The film must have pixels.
    [[nodiscard]] static LoadedFilm of(intake::Film film, int frame = 0);
};

} // namespace pleurascope::ui::review
