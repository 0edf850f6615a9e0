// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/export/FilmPage.h"

#include <QStringList>

namespace pleurascope::ui::review {

/// How much of a film goes where; kept between starts.
struct ExportChoice {
    FilmPage::Extent kept = FilmPage::Extent::wholeFilm; ///< in files and on paper
    FilmPage::Extent copied = FilmPage::Extent::asShown; ///< on the clipboard

    [[nodiscard]] QStringList toLines() const;
    /// Of what is not said, or not understood, the default.
    [[nodiscard]] static ExportChoice fromLines(const QStringList& lines);

    friend bool operator==(const ExportChoice&, const ExportChoice&) = default;
};

} // namespace pleurascope::ui::review
