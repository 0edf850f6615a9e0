// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "ui/review/export/FilmPage.h"

#include <QString>

namespace pleurascope::ui::review {

/// Writes the picture or page of a film; the kind is told by the name's end (png, jpg, tif, pdf).
/// Errors: those of writing; invalidArgument for another end.
[[nodiscard]] core::Result<void> saveFilm(const FilmPage& page, FilmPage::Extent extent, const QString& file);

} // namespace pleurascope::ui::review
