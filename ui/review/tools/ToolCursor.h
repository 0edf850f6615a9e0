// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/FilmView.h"

#include <QCursor>

namespace pleurascope::ui::review {

/// The pointer of a tool over the film: window a half-filled disc, pan an open hand, zoom a lens. White with
/// a black edge, so that it shows on any grey.
[[nodiscard]] QCursor toolCursor(FilmTool tool);

} // namespace pleurascope::ui::review
