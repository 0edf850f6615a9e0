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
    for (std::size_t i = 0; i < display.voiTables.size(); ++i) {
        const imaging::LookupTable& table = display.voiTables[i];
        presets.push_back(
            {named(table.explanation, tr("File table")), {imaging::windowOfTable(table), int(i), false}});
    }
    for (const imaging::Window& window : display.windows)
        presets.push_back({named(window.explanation, tr("File window")), {window, -1, false}});
    presets.push_back({tr("Automatic"), {film.automatic, -1, false}});
    presets.push_back({tr("Full range"), {film.fullRange, -1, false}});
    return presets;
}

int WindowPreset::indexOf(const std::vector<WindowPreset>& presets, const FilmDisplay& display) {
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const FilmDisplay& other = presets[i].display;
        if (other.voiTable == display.voiTable && other.window == display.window)
            return int(i);
    }
    return -1;
}

} // namespace pleurascope::ui::review
