// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"

#include <QRectF>
#include <QSize>

#include <stop_token>

namespace pleurascope::ui::review {

/// The part `region` (film coordinates, may be fractional) of a film, averaged by area down to `size`: stored
/// values in, stored values out, with the film's display parameters, so that a window is applied to no more
/// pixels than are seen. Padding does not bleed into tissue: a pixel of the result is padding where most of
/// it is. Where `size` asks for enlargement, the pixels are repeated. Empty when stopped.
[[nodiscard]] imaging::Image scaledFilm(const imaging::Image& film, const QRectF& region, QSize size,
                                        std::stop_token stop = {});

} // namespace pleurascope::ui::review
