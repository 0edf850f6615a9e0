// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/presentation/PresentationState.h"
#include "engine/imaging/Display.h"
#include "engine/imaging/GreyScale.h"
#include "engine/intake/Film.h"
#include "engine/store/PresentationRecords.h"
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

    /// By this window, and by no table.
    [[nodiscard]] FilmDisplay by(const imaging::Window& other) const { return {other, -1, inverted}; }

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
    std::vector<int> keyFrames;                       ///< those that are key images
    /// By which it is shown; none: as the file has it. `film`'s display is the presentation state's then.
    std::shared_ptr<const dicom::PresentationState> presentation;
    std::shared_ptr<const intake::Film> stored;           ///< as the file has it
    std::vector<store::PresentationRecord> presentations; ///< that the library knows of it, newest first

    /// False where only the automatic window tells how it is shown first.
    [[nodiscard]] bool bringsWindow() const;

    static constexpr int overviewSide = 1024;

    /// The same film and frame by a presentation state that is about it, or (null) as the file has it. Grey
    /// films.
    [[nodiscard]] LoadedFilm presentedBy(std::shared_ptr<const dicom::PresentationState> state) const;

    /// The film must have pixels.
    [[nodiscard]] static LoadedFilm of(intake::Film film, int frame = 0);
};

} // namespace pleurascope::ui::review
