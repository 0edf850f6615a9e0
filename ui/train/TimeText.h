// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pleurascope::ui::train {

/// "22 s", "1 min 19 s", "2 h 5 min".
[[nodiscard]] QString durationText(double seconds);

} // namespace pleurascope::ui::train
