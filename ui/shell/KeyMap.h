// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Rail.h"

#include <QString>

#include <vector>

namespace pleurascope::ui::shell {

/// A key and what it does.
struct KeyWords {
    QString key;
    QString words;
};

/// The few that the status strip names on a page.
[[nodiscard]] std::vector<KeyWords> keyHints(Page page);

} // namespace pleurascope::ui::shell
