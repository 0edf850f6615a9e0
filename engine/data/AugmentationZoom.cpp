// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationOperations.h"

#include "engine/imaging/Crop.h"
#include "engine/imaging/DecimalRounding.h"
#include "engine/imaging/PillowResize.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::data {

using core::PixelBuffer;

namespace {

int zoomed(int size, double factor) {
    return std::max(imaging::roundedToInt(size * factor), 1);
}

/// Where `size` pixels begin that share their middle with `available` ones.
int centredStart(int available, int size) {
    return int(std::floor(available / 2.0 - size / 2.0));
}

} // namespace

PixelBuffer perform(const Zoom& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    const double factor =
        imaging::roundedToDecimals(draws.uniform(operation.minFactor, operation.maxFactor), 2);
    const PixelBuffer large =
        imaging::resizeBicubic(film, zoomed(film.width(), factor), zoomed(film.height(), factor));
    const int left = centredStart(large.width(), film.width());
    const int top = centredStart(large.height(), film.height());
    return imaging::crop(large, {left, top, left + film.width(), top + film.height()});
}

PixelBuffer perform(const ZoomRandom& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    const double share = operation.randomise
                             ? imaging::roundedToDecimals(draws.uniform(0.1, operation.percentageArea), 2)
                             : operation.percentageArea;
    const int width = int(std::floor(film.width() * share));
    const int height = int(std::floor(film.height() * share));
    const int left = draws.integer(0, film.width() - width);
    const int top = draws.integer(0, film.height() - height);
    const imaging::Box box{left, top, left + width, top + height};
    return box.isEmpty() ? film
                         : imaging::resizeBicubic(imaging::crop(film, box), film.width(), film.height());
}

} // namespace pleurascope::data
