// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/KeyBindings.h"

#include <QString>

#include <functional>
#include <vector>

namespace pleurascope::ui::review {

class FilmView;

/// Something that can be done with the film at once, by key, button or menu.
struct FilmCommand {
    widgets::KeyAction key;
    QString icon; ///< empty: no button of its own in the tool bar
    std::function<void(FilmView&)> run;
};

/// All of them, in the order of tool bar and menu.
[[nodiscard]] std::vector<FilmCommand> filmCommands();

} // namespace pleurascope::ui::review
