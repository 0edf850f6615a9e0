// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tools/LoupeTool.h"
#include "ui/review/tools/MarkTool.h"
#include "ui/review/tools/PlaceTools.h"
#include "ui/review/tools/WindowTools.h"

namespace pleurascope::ui::review {

std::vector<std::unique_ptr<FilmTool>> makeFilmTools() {
    std::vector<std::unique_ptr<FilmTool>> tools;
    tools.push_back(std::make_unique<WindowTool>());
    tools.push_back(std::make_unique<RegionWindowTool>());
    tools.push_back(std::make_unique<PanTool>());
    tools.push_back(std::make_unique<ZoomTool>());
    tools.push_back(std::make_unique<LoupeTool>());
    for (const auto& kind : markKinds())
        tools.push_back(std::make_unique<MarkTool>(*kind));
    return tools;
}

} // namespace pleurascope::ui::review
