// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"

#include <QPainterPath>
#include <QSize>

namespace pleurascope::ui::review {

/// What a film's shutter hides, in film coordinates ((0, 0) the outer corner of the first pixel); empty where
/// it has none. PS3.3 C.7.6.11. Its bitmap is one square a bit, so it is meant for the few that there are.
[[nodiscard]] QPainterPath hiddenByShutter(const imaging::DisplayParameters& display, QSize film);

} // namespace pleurascope::ui::review
