// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCursor>

namespace pleurascope::ui::review {

enum class CursorShape { halfDisc, lens, cross };

/// A pointer over the film: window a half-filled disc, zoom a lens, measuring a thin cross with a clear
/// centre. White with a black edge, so that it shows on any grey.
[[nodiscard]] QCursor toolCursor(CursorShape shape);

} // namespace pleurascope::ui::review
