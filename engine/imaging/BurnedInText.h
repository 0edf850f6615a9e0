// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <vector>

namespace pleurascope::imaging {

/// A line of text that was found in pixels; both corners inside, with a margin of half a letter.
struct TextLine {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    int letters = 0;
};

/// Looks for lines of letters that a device wrote into a picture (8-bit grey or RGB, as displayed): thin
/// strokes of one grey level with hard edges, bright or dark, of one height, at least three side by side.
/// Single letters, such as side markers, are no line. A guess: it finds printed text of 8 to 120 pixels
/// height and a tenth of the picture, not handwriting; bones in tomograms may look like it, and what it does
/// not find is not proven to be absent.
[[nodiscard]] std::vector<TextLine> findBurnedInText(const core::PixelBuffer& displayed);

} // namespace pleurascope::imaging
