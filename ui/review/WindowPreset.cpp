// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/WindowPreset.h"

namespace pleurascope::ui::review {

std::vector<WindowPreset> WindowPreset::of(const LoadedFilm& film) {
    std::vector<WindowPreset> presets;
    const imaging::Image& image = film.film->image;
    if (!image.isGrey())
        return presets;
    const imaging::DisplayParameters& display = image.display;
    const auto named = [](const std::string& explanation, const QString& otherwise) {
        return explanation.empty() ? otherwise : QString::fromStdString(explanation);
    };
    if (!display.voiTables.empty())
        presets.push_back({named(display.voiTables.front().explanation, tr("File table")), film.initial});
    for (const imaging::Window& window : display.windows)
        presets.push_back({named(window.explanation, tr("File window")), {window, false, false}});
    presets.push_back({tr("Automatic"), {film.automatic, false, false}});
    presets.push_back({tr("Full range"), {film.fullRange, false, false}});
    return presets;
}

int WindowPreset::indexOf(const std::vector<WindowPreset>& presets, const FilmDisplay& display) {
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const FilmDisplay& other = presets[i].display;
        if (other.fileTable == display.fileTable && other.window == display.window)
            return int(i);
    }
    return -1;
}

} // namespace pleurascope::ui::review
