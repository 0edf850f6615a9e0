// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/LoadedFilm.h"

#include "ui/review/ScaledFilm.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace pleurascope::ui::review {

namespace {

imaging::Image overviewOf(const imaging::Image& image) {
    const int width = image.pixels.width();
    const int height = image.pixels.height();
    const double factor = std::min(1.0, double(LoadedFilm::overviewSide) / std::max(width, height));
    const QSize size(std::max(1, int(std::lround(width * factor))),
                     std::max(1, int(std::lround(height * factor))));
    return scaledFilm(image, QRectF(0, 0, width, height), size);
}

} // namespace

bool LoadedFilm::bringsWindow() const {
    const imaging::DisplayParameters& display = film->image.display;
    return !display.windows.empty() || !display.voiTables.empty();
}

LoadedFilm LoadedFilm::presentedBy(std::shared_ptr<const dicom::PresentationState> state) const {
    intake::Film copy = *stored; // pixels are shared
    if (state) {                 // its chain takes the place of the file's, a mask included
        if (copy.natural)
            copy.image = *std::exchange(copy.natural, std::nullopt);
        copy.image.display = dicom::displayBy(*state, copy.image.display, copy.header.instance.uid, frame);
        auto& warnings = copy.header.warnings;
        warnings.insert(warnings.end(), state->warnings.begin(), state->warnings.end());
    }
    LoadedFilm presented = of(std::move(copy), frame);
    presented.annotations = annotations;
    presented.presentation = std::move(state);
    presented.stored = stored;
    return presented;
}

LoadedFilm LoadedFilm::of(intake::Film film, int frame) {
    assert(!film.image.pixels.isEmpty());
    LoadedFilm loaded;
    loaded.frame = frame;
    loaded.film = std::make_shared<const intake::Film>(std::move(film));
    loaded.stored = loaded.film;
    const imaging::Image& image = loaded.film->image;
    loaded.overview = overviewOf(image);
    if (image.isGrey()) {
        loaded.range = imaging::valueRange(image);
        loaded.automatic = imaging::automaticWindow(image);
        loaded.initial.window = imaging::defaultWindow(image);
        loaded.initial.voiTable = image.display.voiTables.empty() ? -1 : 0;
    } else {
        loaded.range = {0, 255};
        loaded.automatic = imaging::windowOfRamp(loaded.range);
        loaded.initial.window = loaded.automatic;
    }
    loaded.fullRange = imaging::windowOfRamp(loaded.range);
    return loaded;
}

} // namespace pleurascope::ui::review
