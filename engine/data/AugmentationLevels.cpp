// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationOperations.h"

#include "engine/imaging/PillowBlend.h"

namespace pleurascope::data {

using core::PixelBuffer;

PixelBuffer perform(const RandomBrightness& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    return imaging::blendWithGrey(film, 0, draws.uniform(operation.minFactor, operation.maxFactor));
}

PixelBuffer perform(const RandomContrast& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    const double factor = draws.uniform(operation.minFactor, operation.maxFactor);
    return imaging::blendWithGrey(film, imaging::meanGrey(film), factor);
}

} // namespace pleurascope::data
