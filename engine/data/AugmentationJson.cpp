// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationJson.h"

#include "engine/data/StrictFields.h"

#include <array>
#include <functional>

namespace pleurascope::data {

using core::ErrorCode;
using core::Result;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

constexpr int formatNumber = 1;

constexpr std::array rightAngleNames{"rotate90", "rotate180", "rotate270", "rotate_random_90"};
constexpr std::array skewNames{"skew_tilt", "skew_left_right", "skew_top_bottom", "skew_corner", "skew"};
constexpr std::array flipNames{"flip_left_right", "flip_top_bottom", "flip_random"};

/// An operation's parameters, its name first.
struct Written {
    ordered_json operator()(const Rotate& r) const {
        return {
            {"operation", "rotate"}, {"max_left_rotation", r.maxLeft}, {"max_right_rotation", r.maxRight}};
    }
    ordered_json operator()(const RotateWithoutCrop& r) const {
        return {{"operation", "rotate_without_crop"},
                {"max_left_rotation", r.maxLeft},
                {"max_right_rotation", r.maxRight},
                {"expand", r.expand},
                {"fillcolor", r.fill}};
    }
    ordered_json operator()(const RotateRightAngle& r) const {
        return {{"operation", rightAngleNames.at(std::size_t(r.angle))}};
    }
    ordered_json operator()(const Shear& s) const {
        return {{"operation", "shear"}, {"max_shear_left", s.maxLeft}, {"max_shear_right", s.maxRight}};
    }
    ordered_json operator()(const Skew& s) const {
        return {{"operation", skewNames.at(std::size_t(s.kind))}, {"magnitude", s.magnitude}};
    }
    ordered_json operator()(const Zoom& z) const {
        return {{"operation", "zoom"}, {"min_factor", z.minFactor}, {"max_factor", z.maxFactor}};
    }
    ordered_json operator()(const ZoomRandom& z) const {
        return {{"operation", "zoom_random"},
                {"percentage_area", z.percentageArea},
                {"randomise_percentage_area", z.randomise}};
    }
    ordered_json operator()(const Flip& f) const {
        return {{"operation", flipNames.at(std::size_t(f.axis))}};
    }
    ordered_json operator()(const RandomBrightness& b) const {
        return {{"operation", "random_brightness"}, {"min_factor", b.minFactor}, {"max_factor", b.maxFactor}};
    }
    ordered_json operator()(const RandomContrast& c) const {
        return {{"operation", "random_contrast"}, {"min_factor", c.minFactor}, {"max_factor", c.maxFactor}};
    }
    ordered_json operator()(const RandomDistortion& d) const {
        return {{"operation", "random_distortion"},
                {"grid_width", d.gridWidth},
                {"grid_height", d.gridHeight},
                {"magnitude", d.magnitude}};
    }
};

// Members are asked for in the order of the braces: a braced list is evaluated from left to right.
using Reader = std::function<AugmentationOperation(StrictFields&)>;

std::map<std::string, Reader> readersOfNamedKinds() {
    std::map<std::string, Reader> readers;
    for (std::size_t i = 0; i < rightAngleNames.size(); ++i)
        readers[rightAngleNames[i]] = [i](StrictFields&) { return RotateRightAngle{RightAngle(i)}; };
    for (std::size_t i = 0; i < skewNames.size(); ++i)
        readers[skewNames[i]] = [i](StrictFields& f) { return Skew{SkewKind(i), f.number("magnitude")}; };
    for (std::size_t i = 0; i < flipNames.size(); ++i)
        readers[flipNames[i]] = [i](StrictFields&) { return Flip{FlipAxis(i)}; };
    return readers;
}

std::map<std::string, Reader> allReaders() {
    auto readers = readersOfNamedKinds();
    readers["rotate"] = [](StrictFields& f) {
        return Rotate{f.integer("max_left_rotation"), f.integer("max_right_rotation")};
    };
    readers["rotate_without_crop"] = [](StrictFields& f) {
        return RotateWithoutCrop{f.integer("max_left_rotation"), f.integer("max_right_rotation"),
                                 f.flag("expand"), f.integer("fillcolor")};
    };
    readers["shear"] = [](StrictFields& f) {
        return Shear{f.number("max_shear_left"), f.number("max_shear_right")};
    };
    readers["zoom"] = [](StrictFields& f) { return Zoom{f.number("min_factor"), f.number("max_factor")}; };
    readers["zoom_random"] = [](StrictFields& f) {
        return ZoomRandom{f.number("percentage_area"), f.flag("randomise_percentage_area")};
    };
    readers["random_brightness"] = [](StrictFields& f) {
        return RandomBrightness{f.number("min_factor"), f.number("max_factor")};
    };
    readers["random_contrast"] = [](StrictFields& f) {
        return RandomContrast{f.number("min_factor"), f.number("max_factor")};
    };
    readers["random_distortion"] = [](StrictFields& f) {
        return RandomDistortion{f.integer("grid_width"), f.integer("grid_height"), f.integer("magnitude")};
    };
    return readers;
}

Result<AugmentationStep> stepFrom(const json& object, const std::string& place) {
    static const std::map<std::string, Reader> readers = allReaders();
    StrictFields fields(object, place);
    AugmentationStep step;
    step.probability = fields.number("probability");
    const std::string name = fields.text("operation");
    if (const auto reader = readers.find(name); reader != readers.end())
        step.operation = reader->second(fields);
    else if (object.is_object() && object.contains("operation") && object.at("operation").is_string())
        return core::failure(ErrorCode::damaged, place + ": operation '" + name + "' is not known");
    if (const auto finished = fields.finish(); !finished)
        return core::failure(finished);
    return step;
}

} // namespace

std::string toJson(const AugmentationRecipe& recipe) {
    ordered_json steps = ordered_json::array();
    for (const AugmentationStep& step : recipe.steps) {
        steps.push_back(std::visit(Written{}, step.operation));
        steps.back()["probability"] = step.probability;
    }
    return ordered_json{{"format", formatNumber}, {"swap_sides", recipe.swapSides}, {"steps", steps}}.dump();
}

Result<AugmentationRecipe> augmentationRecipeFromJson(std::string_view text) {
    const auto object = parseStrictObject(text);
    if (!object)
        return core::failure(object);
    StrictFields fields(*object, "recipe");
    const int format = fields.integer("format");
    if (format > formatNumber)
        return core::failure(ErrorCode::unsupportedFormat, "recipe of format " + std::to_string(format));
    AugmentationRecipe recipe;
    recipe.swapSides = fields.flag("swap_sides");
    const json& steps = fields.array("steps");
    if (const auto finished = fields.finish(); !finished)
        return core::failure(finished);
    if (format != formatNumber)
        return core::failure(ErrorCode::damaged, "recipe: format is not 1");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto step = stepFrom(steps[i], "steps[" + std::to_string(i) + "]");
        if (!step)
            return core::failure(step);
        recipe.steps.push_back(*step);
    }
    if (const auto checked = checkRecipe(recipe); !checked)
        return core::failure(checked);
    return recipe;
}

} // namespace pleurascope::data
