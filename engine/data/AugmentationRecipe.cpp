// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationRecipe.h"

namespace pleurascope::data {

using core::ErrorCode;
using core::Result;

namespace {

constexpr std::size_t mostSteps = 64;

bool isWithin(double value, double low, double high) {
    return value >= low && value <= high; // false for NaN
}

bool isRange(double low, double high, double lowest, double highest) {
    return isWithin(low, lowest, highest) && isWithin(high, low, highest);
}

/// What is out of range in an operation, or nothing. The limits are Augmentor's; where it has none, those
/// that keep memory bounded.
struct ProblemOf {
    const char* operator()(const Rotate& rotate) const {
        return isWithin(rotate.maxLeft, 0, 25) && isWithin(rotate.maxRight, 0, 25)
                   ? nullptr
                   : "max_left_rotation and max_right_rotation must lie in 0..25";
    }
    const char* operator()(const RotateWithoutCrop& rotate) const {
        if (!isWithin(rotate.maxLeft, 0, 180) || !isWithin(rotate.maxRight, 0, 180))
            return "max_left_rotation and max_right_rotation must lie in 0..180";
        return isWithin(rotate.fill, 0, 255) ? nullptr : "fillcolor must lie in 0..255";
    }
    const char* operator()(const RotateRightAngle&) const { return nullptr; }
    const char* operator()(const Shear& shear) const {
        const bool isSound =
            shear.maxLeft > 0 && shear.maxLeft <= 25 && shear.maxRight > 0 && shear.maxRight <= 25;
        return isSound ? nullptr : "max_shear_left and max_shear_right must lie above 0 and to 25";
    }
    const char* operator()(const Skew& skew) const {
        return skew.magnitude > 0 && skew.magnitude <= 1 ? nullptr : "magnitude must lie above 0 and to 1";
    }
    const char* operator()(const Zoom& zoom) const {
        return isRange(zoom.minFactor, zoom.maxFactor, 0.1, 4)
                   ? nullptr
                   : "min_factor and max_factor must lie in 0.1..4, in this order";
    }
    const char* operator()(const ZoomRandom& zoom) const {
        return zoom.percentageArea >= 0.1 && zoom.percentageArea < 1
                   ? nullptr
                   : "percentage_area must lie in 0.1 to below 1";
    }
    const char* operator()(const Flip&) const { return nullptr; }
    const char* operator()(const RandomBrightness& brightness) const {
        return factorProblem(brightness.minFactor, brightness.maxFactor);
    }
    const char* operator()(const RandomContrast& contrast) const {
        return factorProblem(contrast.minFactor, contrast.maxFactor);
    }
    const char* operator()(const RandomDistortion& distortion) const {
        if (!isWithin(distortion.gridWidth, 1, 256) || !isWithin(distortion.gridHeight, 1, 256))
            return "grid_width and grid_height must lie in 1..256";
        return isWithin(distortion.magnitude, 0, 1000) ? nullptr : "magnitude must lie in 0..1000";
    }

    static const char* factorProblem(double low, double high) {
        return isRange(low, high, 0, 100) ? nullptr
                                          : "min_factor and max_factor must lie in 0..100, in this order";
    }
};

bool maySwapSides(const AugmentationOperation& operation) {
    const auto* flip = std::get_if<Flip>(&operation);
    return flip != nullptr && flip->axis != FlipAxis::topBottom;
}

const char* problemOf(const AugmentationStep& step, bool swapSides) {
    if (!(step.probability > 0 && step.probability <= 1))
        return "probability must lie above 0 and to 1";
    if (maySwapSides(step.operation) && !swapSides)
        return "a flip that swaps left and right needs swap_sides";
    return std::visit(ProblemOf{}, step.operation);
}

/// Without a crop: Augmentor's would cut the costophrenic angles off, where a small effusion is.
AugmentationRecipe defaultRecipe(bool swapSides) {
    AugmentationRecipe recipe{{{RotateWithoutCrop{8, 8}, 1},
                               {Zoom{0.9, 1.1}, 1},
                               {RandomBrightness{0.85, 1.15}, 1},
                               {RandomContrast{0.8, 1.25}, 1}},
                              swapSides};
    if (swapSides)
        recipe.steps.push_back({Flip{FlipAxis::leftRight}, 0.5});
    return recipe;
}

} // namespace

Result<AugmentationRecipe> augmentationPreset(std::string_view name, bool swapSides) {
    if (name == "none")
        return AugmentationRecipe{};
    if (name == "notebook")
        return AugmentationRecipe{{{Rotate{10, 10}, 0.7}}};
    if (name == "default")
        return defaultRecipe(swapSides);
    return core::failure(ErrorCode::invalidArgument, "no augmentation preset '" + std::string(name) +
                                                         "'; there are none, notebook, default");
}

Result<void> checkRecipe(const AugmentationRecipe& recipe) {
    if (recipe.steps.size() > mostSteps)
        return core::failure(ErrorCode::invalidArgument, "more than 64 steps");
    for (std::size_t i = 0; i < recipe.steps.size(); ++i)
        if (const char* problem = problemOf(recipe.steps[i], recipe.swapSides); problem != nullptr)
            return core::failure(ErrorCode::invalidArgument, "steps[" + std::to_string(i) + "]: " + problem);
    return {};
}

} // namespace pleurascope::data
