// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/LoadedFilm.h"

namespace pleurascope::test {

/// A grey ramp of 16 bits to be shown: value 1000 + 10 x column + row.
inline ui::review::LoadedFilm rampFilm(int width, int height, double millimetres = 0) {
    intake::Film film;
    film.header.instance.columns = width;
    film.header.instance.rows = height;
    if (millimetres > 0)
        film.header.instance.spacing = {millimetres, millimetres, dicom::SpacingSource::atDetector};
    std::vector<std::uint16_t> samples;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column)
            samples.push_back(std::uint16_t(1000 + 10 * column + row));
    film.image.pixels =
        core::PixelBuffer::fromVector(width, height, 1, core::SampleType::u16, std::move(samples));
    film.image.display.bitsStored = 16;
    return ui::review::LoadedFilm::of(std::move(film));
}

} // namespace pleurascope::test
