// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationRotate.h"

#include "engine/data/AugmentationOperations.h"
#include "engine/imaging/DecimalRounding.h"
#include "engine/imaging/PillowResize.h"
#include "engine/imaging/PillowRotate.h"

#include <cmath>
#include <cstdlib>
#include <numbers>

namespace pleurascope::data {

using core::PixelBuffer;
using imaging::roundedToInt;

namespace {

int drawnAngle(int maxLeft, int maxRight, AugmentationDraws& draws) {
    const int left = draws.integer(-maxLeft, 0);
    const int right = draws.integer(0, maxRight);
    return draws.integer(0, 1) == 0 ? left : right;
}

} // namespace

imaging::Box rotationCrop(int degrees, int canvasWidth, int canvasHeight) {
    constexpr double radians = std::numbers::pi / 180;
    const double sine = std::sin(std::abs(degrees) * radians);
    const double cosine = std::sin((90 - std::abs(degrees)) * radians);
    const double x = canvasWidth;
    const double y = canvasHeight;
    double e = sine / cosine * (y - x * (sine / cosine));
    e -= sine * sine / (cosine * cosine);
    const double a = sine / cosine * (x - e);
    return {roundedToInt(e), roundedToInt(a), roundedToInt(x - e), roundedToInt(y - a)};
}

PixelBuffer perform(const Rotate& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    const int degrees = drawnAngle(operation.maxLeft, operation.maxRight, draws);
    const PixelBuffer turned = imaging::rotate(film, degrees, imaging::TurnedCorners::kept);
    const imaging::Box box = rotationCrop(degrees, turned.width(), turned.height());
    if (box.isEmpty())
        return film;
    return imaging::resizeBicubic(imaging::crop(turned, box), film.width(), film.height());
}

PixelBuffer perform(const RotateWithoutCrop& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    const int degrees = drawnAngle(operation.maxLeft, operation.maxRight, draws);
    const auto corners = operation.expand ? imaging::TurnedCorners::kept : imaging::TurnedCorners::cutOff;
    return imaging::rotate(film, degrees, corners, std::uint8_t(operation.fill));
}

PixelBuffer perform(const RotateRightAngle& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    const int drawn = draws.integer(1, 3);
    const int quarters = operation.angle == RightAngle::random ? drawn : int(operation.angle) + 1;
    return imaging::rotate(film, 90 * quarters, imaging::TurnedCorners::kept);
}

} // namespace pleurascope::data
