// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/MouseConvention.h"

#include <algorithm>

namespace pleurascope::ui::review {

std::vector<MouseConvention> MouseConvention::all() {
    MouseConvention pacs;
    MouseConvention radiant;
    radiant.id = QStringLiteral("radiant");
    radiant.bothPan = true;
    MouseConvention weasis;
    weasis.id = QStringLiteral("weasis");
    weasis.right = menuId;
    MouseConvention map;
    map.id = QStringLiteral("wheel-zooms");
    map.wheel = Wheel::zoom;
    return {pacs, radiant, weasis, map};
}

MouseConvention MouseConvention::byId(const QString& id) {
    const auto conventions = all();
    const auto found = std::find_if(conventions.begin(), conventions.end(),
                                    [&](const MouseConvention& convention) { return convention.id == id; });
    return found == conventions.end() ? conventions.front() : *found;
}

QString MouseConvention::name() const {
    if (id == QLatin1String("radiant"))
        return tr("As in RadiAnt");
    if (id == QLatin1String("weasis"))
        return tr("As in Weasis");
    if (id == QLatin1String("wheel-zooms"))
        return tr("The wheel zooms");
    return tr("As on a PACS");
}

std::vector<std::pair<QString, QString>> MouseConvention::lines() const {
    const bool films = wheel == Wheel::films;
    std::vector<std::pair<QString, QString>> lines{
        {tr("Left drag"), tr("The chosen tool, at first the window")},
        {tr("Middle drag"), tr("Pan")},
        {tr("Right drag"), right == menuId ? tr("Menu") : tr("Zoom")},
        {tr("Wheel"), films ? tr("Next film or frame") : tr("Zoom at the cursor")},
        {tr("Ctrl+wheel"), films ? tr("Zoom at the cursor") : tr("Next film or frame")}};
    if (bothPan)
        lines.insert(lines.begin() + 3, {tr("Left and right drag"), tr("Pan")});
    return lines;
}

} // namespace pleurascope::ui::review
