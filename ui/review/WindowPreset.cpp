// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/WindowPreset.h"

#include <algorithm>

namespace pleurascope::ui::review {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::OwnPreset)
};

/// Values of CT are Hounsfield units; those of other modalities depend on the machine.
bool hasMeaningfulValues(const QString& modality) {
    return modality == QLatin1String("CT");
}

QString modalityOf(const LoadedFilm& film) {
    return QString::fromStdString(film.film->header.series.modality);
}

/// How imaging::defaultWindow shows films of 8 bits that bring no window: level for level.
const imaging::Window levelsAsStored{128, 256, imaging::VoiFunction::linear, {}};

/// Dense is bright in a film as it is first shown: the higher values, or the lower ones of MONOCHROME1.
double towardsDense(const LoadedFilm& film) {
    return film.film->image.display.inverted ? -1 : 1;
}

} // namespace

std::vector<OwnPreset> OwnPreset::standard() {
    return {{QStringLiteral("CT"), Words::tr("Lung"), false, -600, 1500},
            {QStringLiteral("CT"), Words::tr("Mediastinum"), false, 40, 400},
            {QStringLiteral("CT"), Words::tr("Bone"), false, 300, 1500},
            {{}, Words::tr("Lung"), true, -0.2, 0.6},
            {{}, Words::tr("Mediastinum"), true, 0.2, 0.5},
            {{}, Words::tr("Bone"), true, 0.1, 0.7},
            {{}, Words::tr("Lines"), true, 0.05, 0.35}};
}

QString OwnPreset::toLine() const {
    return QStringLiteral("%1|%2|%3|%4|%5")
        .arg(modality, isRelative ? QStringLiteral("shares") : QStringLiteral("values"),
             QString::number(centre, 'g', 17), QString::number(width, 'g', 17), name);
}

std::optional<OwnPreset> OwnPreset::fromLine(const QString& line) {
    const QStringList parts = line.split(QLatin1Char('|'));
    if (parts.size() < 5)
        return std::nullopt;
    bool centreIsNumber = false;
    bool widthIsNumber = false;
    OwnPreset preset{parts[0], parts.mid(4).join(QLatin1Char('|')), parts[1] == QLatin1String("shares"),
                     parts[2].toDouble(&centreIsNumber), parts[3].toDouble(&widthIsNumber)};
    const bool isSound = centreIsNumber && widthIsNumber && preset.width > 0 && !preset.name.isEmpty();
    return isSound ? std::optional(preset) : std::nullopt;
}

imaging::Window OwnPreset::windowOn(const LoadedFilm& film) const {
    if (!isRelative)
        return {centre, width, imaging::VoiFunction::linear, {}};
    const imaging::Window& automatic = film.automatic;
    return {automatic.centre + towardsDense(film) * centre * automatic.width,
            width * automatic.width,
            imaging::VoiFunction::linear,
            {}};
}

OwnPreset OwnPreset::from(const imaging::Window& window, const LoadedFilm& film, const QString& name) {
    const QString modality = modalityOf(film);
    if (hasMeaningfulValues(modality))
        return {modality, name, false, window.centre, window.width};
    const imaging::Window& automatic = film.automatic;
    return {modality, name, true, towardsDense(film) * (window.centre - automatic.centre) / automatic.width,
            window.width / automatic.width};
}

std::vector<WindowPreset> WindowPreset::of(const LoadedFilm& film, const std::vector<OwnPreset>& own) {
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
    const FilmDisplay stored{levelsAsStored, -1, false};
    if (presets.empty() && film.initial.by(levelsAsStored) == film.initial &&
        film.automatic != levelsAsStored)
        presets.push_back({tr("As stored"), stored});
    presets.push_back({tr("Automatic"), {film.automatic, -1, false}});
    presets.push_back({tr("Full range"), {film.fullRange, -1, false}});
    const QString modality = modalityOf(film);
    const bool isNamed = std::any_of(own.begin(), own.end(), [&](const OwnPreset& preset) {
        return !modality.isEmpty() && preset.modality == modality;
    });
    for (const OwnPreset& preset : own)
        if (preset.modality == (isNamed ? modality : QString()))
            presets.push_back({preset.name, {preset.windowOn(film), -1, false}});
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
