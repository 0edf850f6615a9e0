// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationOperations.h"

#include "engine/imaging/DecimalRounding.h"
#include "engine/imaging/PillowResize.h"
#include "engine/imaging/PillowTransform.h"

#include <cmath>
#include <numbers>

namespace pleurascope::data {

using core::PixelBuffer;
using imaging::roundedToInt;

namespace {

/// A shear by `slope` (pixels a pixel): how far the picture moves, and where the output begins in it.
struct Slant {
    double slope = 0;
    double shift = 0;
    double offset = 0;
};

/// Whole degrees, never 0: what falls on 0 becomes 1.
int drawnDegrees(const Shear& shear, AugmentationDraws& draws) {
    const int truncated = int(draws.uniform(-shear.maxLeft - 1, shear.maxRight + 1));
    return truncated == -1 ? truncated : truncated + 1;
}

Slant slantOf(int degrees, double shift) {
    const double slope = std::tan(degrees * (std::numbers::pi / 180));
    if (degrees <= 0)
        return {-std::abs(slope), std::abs(shift), 0};
    return {slope, shift, shift};
}

PixelBuffer cropAndResize(const PixelBuffer& slanted, const imaging::Box& box, const PixelBuffer& film) {
    if (box.isEmpty())
        return film;
    return imaging::resizeBicubic(imaging::crop(slanted, box), film.width(), film.height());
}

PixelBuffer shearRows(int degrees, const PixelBuffer& film) {
    const double exact = std::tan(degrees * (std::numbers::pi / 180)) * film.height();
    const Slant slant = slantOf(degrees, exact > 0 ? std::ceil(exact) : std::floor(exact));
    const PixelBuffer slanted =
        imaging::transformAffine(film, roundedToInt(film.width() + slant.shift), film.height(),
                                 {1, slant.slope, -slant.offset, 0, 1, 0});
    return cropAndResize(slanted, {int(slant.shift), 0, film.width(), film.height()}, film);
}

/// Unlike that of the rows, the shift of the columns is not rounded before it is used.
PixelBuffer shearColumns(int degrees, const PixelBuffer& film) {
    const Slant slant = slantOf(degrees, std::tan(degrees * (std::numbers::pi / 180)) * film.width());
    const PixelBuffer slanted =
        imaging::transformAffine(film, film.width(), roundedToInt(film.height() + slant.shift),
                                 {1, 0, 0, slant.slope, 1, -slant.offset});
    return cropAndResize(slanted, {0, roundedToInt(slant.shift), film.width(), film.height()}, film);
}

} // namespace

PixelBuffer perform(const Shear& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    const int degrees = drawnDegrees(operation, draws);
    return draws.integer(0, 1) == 0 ? shearRows(degrees, film) : shearColumns(degrees, film);
}

} // namespace pleurascope::data
