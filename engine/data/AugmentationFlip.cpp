// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationOperations.h"

#include "engine/imaging/Transpose.h"

namespace pleurascope::data {

core::PixelBuffer perform(const Flip& operation, const core::PixelBuffer& film, AugmentationDraws& draws) {
    const FlipAxis drawn = draws.integer(0, 1) == 0 ? FlipAxis::leftRight : FlipAxis::topBottom;
    const FlipAxis axis = operation.axis == FlipAxis::random ? drawn : operation.axis;
    return imaging::transpose(film, axis == FlipAxis::leftRight ? imaging::Transposition::flipLeftRight
                                                                : imaging::Transposition::flipTopBottom);
}

} // namespace pleurascope::data
