// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Measuring.h"

#include <cmath>
#include <numbers>

namespace pleurascope::imaging {

namespace {

constexpr double degrees = 180 / std::numbers::pi;

struct Way {
    double x;
    double y;
};

Way way(FilmPoint from, FilmPoint to, const PixelScale& scale) {
    return {(to.x - from.x) * scale.x, (to.y - from.y) * scale.y};
}

double dot(Way a, Way b) {
    return a.x * b.x + a.y * b.y;
}

double cross(Way a, Way b) {
    return a.x * b.y - a.y * b.x;
}

} // namespace

double distance(FilmPoint a, FilmPoint b, const PixelScale& scale) {
    const Way between = way(a, b, scale);
    return std::hypot(between.x, between.y);
}

double pathLength(std::span<const FilmPoint> points, const PixelScale& scale) {
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += distance(points[i - 1], points[i], scale);
    return length;
}

double angleDegrees(FilmPoint a, FilmPoint vertex, FilmPoint b, const PixelScale& scale) {
    const Way one = way(vertex, a, scale);
    const Way other = way(vertex, b, scale);
    return std::atan2(std::abs(cross(one, other)), dot(one, other)) * degrees;
}

double cobbDegrees(FilmPoint a, FilmPoint b, FilmPoint c, FilmPoint d, const PixelScale& scale) {
    const Way one = way(a, b, scale);
    const Way other = way(c, d, scale);
    return std::atan2(std::abs(cross(one, other)), std::abs(dot(one, other))) * degrees;
}

double polygonArea(std::span<const FilmPoint> outline, const PixelScale& scale) {
    double twice = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const FilmPoint& next = outline[(i + 1) % outline.size()];
        twice += outline[i].x * next.y - next.x * outline[i].y;
    }
    return std::abs(twice) / 2 * scale.x * scale.y;
}

CardiothoracicRatio cardiothoracicRatio(const CardiothoracicMeasure& measure, const PixelScale& scale) {
    const Way midline = way(measure.midline[0], measure.midline[1], scale);
    const double length = std::hypot(midline.x, midline.y);
    const auto across = [&](const FilmPoint(&ends)[2]) {
        return length > 0 ? std::abs(cross(way(ends[0], ends[1], scale), midline)) / length : 0;
    };
    CardiothoracicRatio result{across(measure.heart), across(measure.thorax), 0};
    if (result.thoraxWidth > 0)
        result.ratio = result.heartWidth / result.thoraxWidth;
    return result;
}

} // namespace pleurascope::imaging
