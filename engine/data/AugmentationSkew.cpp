// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationOperations.h"

#include "engine/imaging/PillowTransform.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pleurascope::data {

using core::PixelBuffer;
using imaging::Point;

namespace {

/// Top left, top right, bottom right, bottom left.
using Plane = std::array<Point, 4>;
using Row = std::array<double, 9>; ///< eight coefficients and the right-hand side

/// Gauss-Jordan elimination with row exchange. Augmentor takes a pseudo-inverse: the same but for rounding.
imaging::PerspectiveMatrix solved(std::array<Row, 8> rows) {
    for (std::size_t column = 0; column < 8; ++column) {
        const auto pivot = std::max_element(
            rows.begin() + std::ptrdiff_t(column), rows.end(),
            [&](const Row& a, const Row& b) { return std::abs(a[column]) < std::abs(b[column]); });
        std::swap(rows[column], *pivot);
        for (std::size_t other = 0; other < 8; ++other) {
            if (other == column)
                continue;
            const double factor = rows[other][column] / rows[column][column];
            for (std::size_t k = column; k < 9; ++k)
                rows[other][k] -= factor * rows[column][k];
        }
    }
    imaging::PerspectiveMatrix matrix{};
    for (std::size_t i = 0; i < 8; ++i)
        matrix[i] = rows[i][8] / rows[i][i];
    return matrix;
}

/// The perspective that takes each point of `output` to its fellow of `input`.
imaging::PerspectiveMatrix perspective(const Plane& output, const Plane& input) {
    std::array<Row, 8> rows{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto [x, y] = output[i];
        const auto [u, v] = input[i];
        rows[2 * i] = {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
        rows[2 * i + 1] = {0, 0, 0, x, y, 1, -v * x, -v * y, v};
    }
    return solved(rows);
}

/// Two corners that part, along one side of the film: left, right, forward (top), backward (bottom).
void tilt(Plane& plane, int direction, double amount) {
    switch (direction) {
    case 0:
        plane[0].y -= amount, plane[3].y += amount;
        break;
    case 1:
        plane[1].y -= amount, plane[2].y += amount;
        break;
    case 2:
        plane[0].x -= amount, plane[1].x += amount;
        break;
    default:
        plane[2].x += amount, plane[3].x -= amount;
        break;
    }
}

/// One corner, outwards along x (even directions) or y (odd ones).
void pullCorner(Plane& plane, int direction, double amount) {
    Point& corner = plane[std::size_t(direction / 2)];
    const bool isRight = direction / 2 == 1 || direction / 2 == 2;
    const bool isBottom = direction / 2 >= 2;
    if (direction % 2 == 0)
        corner.x += isRight ? amount : -amount;
    else
        corner.y += isBottom ? amount : -amount;
}

} // namespace

PixelBuffer perform(const Skew& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    const double w = film.width();
    const double h = film.height();
    const int amount = draws.integer(1, int(std::ceil(std::max(w, h) * operation.magnitude)));
    const SkewKind kind = operation.kind == SkewKind::random ? SkewKind(draws.integer(0, 3)) : operation.kind;
    const Plane original{{{0, 0}, {w, 0}, {w, h}, {0, h}}};
    Plane moved = original;
    switch (kind) {
    case SkewKind::leftRight:
        tilt(moved, draws.integer(0, 1), amount);
        break;
    case SkewKind::topBottom:
        tilt(moved, draws.integer(2, 3), amount);
        break;
    case SkewKind::corner:
        pullCorner(moved, draws.integer(0, 7), amount);
        break;
    default:
        tilt(moved, draws.integer(0, 3), amount);
        break;
    }
    return imaging::transformPerspective(film, perspective(moved, original));
}

} // namespace pleurascope::data
