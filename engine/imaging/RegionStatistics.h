// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "engine/imaging/Measuring.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pleurascope::imaging {

/// Of the modality values (after rescale or modality table) of a region's pixels, padding left out.
struct RegionStatistics {
    std::int64_t pixels = 0; ///< above 0
    double mean = 0;
    double deviation = 0; ///< standard deviation of these pixels themselves (divided by their number)
    double lowest = 0;
    double highest = 0;
};

/// The pixels whose middle lies within the outline (closed by itself, even-odd); `outline` may reach beyond
/// the film. Nothing where there is no such pixel, or for films in colour.
[[nodiscard]] std::optional<RegionStatistics> statisticsWithin(const Image& image,
                                                               std::span<const FilmPoint> outline);

/// As above within the ellipse that fills the rectangle between two corners: exactly the ellipse, no polygon
/// in its place.
[[nodiscard]] std::optional<RegionStatistics> statisticsWithinEllipse(const Image& image, FilmPoint corner,
                                                                      FilmPoint opposite);

/// A window over the values between the 1st and the 99th percentile of a rectangle's pixels; LINEAR. Nothing
/// where the rectangle holds no pixel or one value alone, or for films in colour.
[[nodiscard]] std::optional<Window> windowWithin(const Image& image, FilmPoint corner, FilmPoint opposite);

/// The modality value of one pixel, or nothing outside of the film and for films in colour.
[[nodiscard]] std::optional<double> modalityValueAt(const Image& image, int column, int row);
/// The stored value of each channel of one pixel; empty outside of the film.
[[nodiscard]] std::vector<double> storedValuesAt(const Image& image, int column, int row);

} // namespace pleurascope::imaging
