// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/LoadedFilm.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace pleurascope::ui::review {

/// A window that a reader may choose by name or by the keys 1 to 9.
class WindowPreset {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::WindowPreset)
public:
    QString name;
    FilmDisplay display;

    /// What the file brings in its order (its look-up tables, its windows), then automatic and full
    /// range. Colour films have none.
    [[nodiscard]] static std::vector<WindowPreset> of(const LoadedFilm& film);
    /// The preset that `display` is, or -1: moved by hand. Inversion does not count.
    [[nodiscard]] static int indexOf(const std::vector<WindowPreset>& presets, const FilmDisplay& display);
};

} // namespace pleurascope::ui::review
