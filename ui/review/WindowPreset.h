// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/LoadedFilm.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace pleurascope::ui::review {

/// A window that a reader has named for films of a modality. Where a modality's values have a meaning (CT) it
/// is in them; else in shares of the film's automatic window: how far its centre lies towards the dense, and
/// how much of its width it has.
struct OwnPreset {
    QString modality; ///< "CT"; empty: every modality that has none of its own
    QString name;
    bool isRelative = false;
    double centre = 0;
    double width = 1; ///< above 0

    friend bool operator==(const OwnPreset&, const OwnPreset&) = default;

    /// Lung, mediastinum, bone, lines.
    [[nodiscard]] static std::vector<OwnPreset> standard();
    /// As a line of settings, and back; nothing where a line is none.
    [[nodiscard]] QString toLine() const;
    [[nodiscard]] static std::optional<OwnPreset> fromLine(const QString& line);
    /// The window on this film.
    [[nodiscard]] imaging::Window windowOn(const LoadedFilm& film) const;
    /// What makes this window on this film, named.
    [[nodiscard]] static OwnPreset from(const imaging::Window& window, const LoadedFilm& film,
                                        const QString& name);
};

/// A window that a reader may choose by name or by the keys 1 to 9.
class WindowPreset {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::WindowPreset)
public:
    QString name;
    FilmDisplay display;

    /// What the file brings in its order (its look-up tables, its windows), or its levels as stored where it
    /// is shown by these, then automatic and full range, then the reader's own for the film's modality.
    /// Colour films have none.
    [[nodiscard]] static std::vector<WindowPreset> of(const LoadedFilm& film,
                                                      const std::vector<OwnPreset>& own = {});
    /// The preset that `display` is, or -1: moved by hand. Inversion does not count.
    [[nodiscard]] static int indexOf(const std::vector<WindowPreset>& presets, const FilmDisplay& display);
};

} // namespace pleurascope::ui::review
