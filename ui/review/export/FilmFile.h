// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "ui/review/export/FilmPage.h"

#include <QPageLayout>
#include <QString>

namespace pleurascope::ui::review {

/// An A4 page as a film lies best on it.
[[nodiscard]] QPageLayout pageLayoutFor(QSize film);

/// Writes the picture or page of `view`'s film; the kind is told by the name's end (png, jpg, tif, pdf).
/// Errors: those of writing; invalidArgument for another end.
[[nodiscard]] core::Result<void> saveFilm(const FilmView& view, const FilmPage& page, FilmPage::Size size,
                                          const QString& file);

} // namespace pleurascope::ui::review
