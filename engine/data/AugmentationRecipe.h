// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pleurascope::data {

// Augmentor 0.2.12's operations with its parameters, names and ranges (Augmentor/Pipeline.py). 'Left' turns
// clockwise.

/// Turns by a whole number of degrees, cuts the black corners off and enlarges to the old size. Augmentor's
/// crop is tighter than it need be: at 10 degrees a fifth of either side is lost.
struct Rotate {
    int maxLeft = 10;  ///< degrees, 0..25
    int maxRight = 10; ///< degrees, 0..25
    bool operator==(const Rotate&) const = default;
};

/// Turns about the centre; what was outside the film becomes `fill`.
struct RotateWithoutCrop {
    int maxLeft = 10;    ///< degrees, 0..180
    int maxRight = 10;   ///< degrees, 0..180
    bool expand = false; ///< the canvas grows to hold the corners
    int fill = 0;        ///< grey level, 0..255
    bool operator==(const RotateWithoutCrop&) const = default;
};

enum class RightAngle : std::uint8_t { quarter, half, threeQuarters, random };

/// Counter-clockwise.
struct RotateRightAngle {
    RightAngle angle = RightAngle::random;
    bool operator==(const RotateRightAngle&) const = default;
};

/// Slants along the rows or the columns by up to a degree more than said, never by 0, and crops.
struct Shear {
    double maxLeft = 10;  ///< degrees, above 0, to 25
    double maxRight = 10; ///< degrees, above 0, to 25
    bool operator==(const Shear&) const = default;
};

enum class SkewKind : std::uint8_t { tilt, leftRight, topBottom, corner, random };

/// Perspective: pulls corners outwards by up to `magnitude` of the longer side.
struct Skew {
    SkewKind kind = SkewKind::random;
    double magnitude = 1; ///< above 0, to 1
    bool operator==(const Skew&) const = default;
};

/// Enlarges about the centre; below 1 a black border is left.
struct Zoom {
    double minFactor = 1;   ///< 0.1..4
    double maxFactor = 1.2; ///< minFactor..4
    bool operator==(const Zoom&) const = default;
};

/// Enlarges a part taken anywhere. Augmentor calls the share an area; it is one of either side.
struct ZoomRandom {
    double percentageArea = 0.8; ///< 0.1 to below 1
    bool randomise = false;      ///< a share drawn between 0.1 and percentageArea
    bool operator==(const ZoomRandom&) const = default;
};

enum class FlipAxis : std::uint8_t { leftRight, topBottom, random };

struct Flip {
    FlipAxis axis = FlipAxis::leftRight;
    bool operator==(const Flip&) const = default;
};

/// Scales the levels: 0 is black, 1 the film.
struct RandomBrightness {
    double minFactor = 0.9; ///< 0..100
    double maxFactor = 1.1; ///< minFactor..100
    bool operator==(const RandomBrightness&) const = default;
};

/// Scales the distance from the film's mean grey: 0 is even grey, 1 the film.
struct RandomContrast {
    double minFactor = 0.9; ///< 0..100
    double maxFactor = 1.1; ///< minFactor..100
    bool operator==(const RandomContrast&) const = default;
};

/// Moves the inner vertices of a grid, each by up to `magnitude` pixels along either axis.
struct RandomDistortion {
    int gridWidth = 4;  ///< tiles, 1..256
    int gridHeight = 4; ///< tiles, 1..256
    int magnitude = 8;  ///< pixels, 0..1000
    bool operator==(const RandomDistortion&) const = default;
};

using AugmentationOperation =
    std::variant<Rotate, RotateWithoutCrop, RotateRightAngle, Shear, Skew, Zoom, ZoomRandom, Flip,
                 RandomBrightness, RandomContrast, RandomDistortion>;

/// An operation and how often it is done.
struct AugmentationStep {
    AugmentationOperation operation;
    /// Above 0, to 1. Augmentor rounds what it draws to one decimal before comparing, so below 1 the
    /// operation runs with floor(10 p) / 10 + 0.05: 0.7 means 0.75.
    double probability = 1;
    bool operator==(const AugmentationStep&) const = default;
};

/// How copies of a film are made: steps in order, each on the result of the one before.
struct AugmentationRecipe {
    std::vector<AugmentationStep> steps; ///< 64 at most
    /// Asks for flips that swap left and right (by name or by chance). A chest in a mirror has its heart on
    /// the wrong side, so such steps are refused without this.
    bool swapSides = false;
    bool operator==(const AugmentationRecipe&) const = default;
};

/// `none` (no steps); `notebook` (the published one: rotation up to 10 degrees either way with 0.7);
/// `default` (rotation and zoom that keep the lung bases in the picture, brightness, contrast). With
/// `swapSides` a flip is added to `default`. Errors: invalidArgument, naming those that there are.
[[nodiscard]] core::Result<AugmentationRecipe> augmentationPreset(std::string_view name,
                                                                  bool swapSides = false);

/// Errors: invalidArgument, naming step and parameter.
[[nodiscard]] core::Result<void> checkRecipe(const AugmentationRecipe& recipe);

} // namespace pleurascope::data
