// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace pleurascope::imaging {

/// A place on a film in pixels: (0, 0) is the outer corner of the first pixel, x runs along rows.
struct FilmPoint {
    double x = 0;
    double y = 0;

    friend bool operator==(const FilmPoint&, const FilmPoint&) = default;
};

/// What a length on a film means, PS3.3 10.7.1.3.
enum class LengthUnit {
    pixels,     ///< no spacing is known; lengths are in widths of a pixel
    atDetector, ///< mm in the plane of the detector: the body is smaller
    calibrated  ///< mm in the body
};

/// The size of a film's pixel in its unit; both above 0. Without a spacing x is 1 and y the pixel's aspect,
/// so that angles are right all the same.
struct PixelScale {
    double x = 1;
    double y = 1;
    LengthUnit unit = LengthUnit::pixels;
};

[[nodiscard]] double distance(FilmPoint a, FilmPoint b, const PixelScale& scale);

/// Along all points in turn.
[[nodiscard]] double pathLength(std::span<const FilmPoint> points, const PixelScale& scale);

/// At `vertex` between the ways to `a` and `b`: 0 to 180 degrees; 0 where one of the ways has no length.
[[nodiscard]] double angleDegrees(FilmPoint a, FilmPoint vertex, FilmPoint b, const PixelScale& scale);

/// Between the lines a-b and c-d, as Cobb measured curves of the spine (1948): 0 to 90 degrees, whichever way
/// the lines were drawn.
[[nodiscard]] double cobbDegrees(FilmPoint a, FilmPoint b, FilmPoint c, FilmPoint d, const PixelScale& scale);

/// Area within the outline (closed by itself; the shoelace formula), in squares of the unit. Outlines that
/// cross themselves count as that formula counts them.
[[nodiscard]] double polygonArea(std::span<const FilmPoint> outline, const PixelScale& scale);

/// Heart and thorax, each from one border to the other, and the midline, from top to bottom.
struct CardiothoracicMeasure {
    FilmPoint heart[2];
    FilmPoint thorax[2];
    FilmPoint midline[2];
};

/// Widths are measured across the midline, so that a tilted patient measures as an upright one (Danzer 1919).
struct CardiothoracicRatio {
    double heartWidth = 0;
    double thoraxWidth = 0;
    double ratio = 0; ///< 0 where the thorax has no width
};

[[nodiscard]] CardiothoracicRatio cardiothoracicRatio(const CardiothoracicMeasure& measure,
                                                      const PixelScale& scale);

} // namespace pleurascope::imaging
