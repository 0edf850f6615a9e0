// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/LoadedFilm.h"
#include "ui/review/ViewGeometry.h"

namespace pleurascope::ui::review {

/// How a film is shown: where and how it lies, and its window. What undo takes back.
struct ViewState {
    ViewGeometry geometry;
    FilmDisplay display;
    double ratio = 1; ///< device pixels, which the geometry counts in, to a logical one

    friend bool operator==(const ViewState&, const ViewState&) = default;
};

} // namespace pleurascope::ui::review
