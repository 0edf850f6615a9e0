// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Augmentation.h"

#include "engine/data/AugmentationOperations.h"
#include "engine/data/AugmentationRandom.h"
#include "engine/imaging/DecimalRounding.h"

#include <cassert>

namespace pleurascope::data {

namespace {

/// Augmentor's Pipeline._execute: the draw is rounded to one decimal first.
bool isDue(const AugmentationStep& step, AugmentationDraws& draws) {
    return imaging::roundedToDecimals(draws.uniform(0, 1), 1) <= step.probability;
}

} // namespace

core::PixelBuffer augment(const core::PixelBuffer& image, const AugmentationRecipe& recipe,
                          std::uint32_t seed, std::string_view film, std::uint32_t copy) {
    assert(image.type() == core::SampleType::u8 && !image.isEmpty());
    assert(checkRecipe(recipe));
    AugmentationRandom draws(seed, film, copy);
    core::PixelBuffer result = image;
    for (const AugmentationStep& step : recipe.steps)
        if (isDue(step, draws))
            result = std::visit([&](const auto& operation) { return perform(operation, result, draws); },
                                step.operation);
    return result;
}

} // namespace pleurascope::data
