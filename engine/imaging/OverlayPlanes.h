// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"

#include <span>

namespace pleurascope::imaging {

/// A part of a film, in film pixels; (0, 0) is the outer corner of the first one.
struct FilmRegion {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

/// How much of each place of `region`, seen at columns x rows, the overlays' set bits cover: (rows, columns,
/// 1) u8, 0 to 255. Thin strokes do not fade when they are reduced (the square root of the share is given).
/// What lies outside is left out; the result is empty where nothing is covered. Meant for films at their own
/// size or smaller.
[[nodiscard]] core::PixelBuffer overlayCoverage(std::span<const Overlay> overlays, const FilmRegion& region,
                                                int columns, int rows);

/// A rendered film (u8, 1 or 3 channels) with its overlays burned in, white.
[[nodiscard]] core::PixelBuffer withOverlays(const core::PixelBuffer& levels,
                                             std::span<const Overlay> overlays);

/// A rendered film with what its shutter hides at the shutter's presentation value; `inverted`: the reader
/// turned black and white round. The film as it is where there is no shutter.
[[nodiscard]] core::PixelBuffer withShutter(const core::PixelBuffer& levels, const DisplayParameters& display,
                                            bool inverted = false);

/// True where every shape of the shutter shows the pixel, PS3.3 C.7.6.11. `pixelAspect` as in
/// DisplayParameters.
[[nodiscard]] bool isShown(const Shutter& shutter, std::span<const Overlay> overlays, double pixelAspect,
                           int row, int column);

} // namespace pleurascope::imaging
