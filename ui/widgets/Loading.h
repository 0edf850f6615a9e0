// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::ui::widgets {

/// Milliseconds before blocks stand for what is missing, so that nothing flickers (look.md, 'Loading').
inline constexpr int loadingPatience = 150;

} // namespace pleurascope::ui::widgets
