// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/PillowRotate.h"

#include "engine/imaging/DecimalRounding.h"
#include "engine/imaging/PillowTransform.h"
#include "engine/imaging/Transpose.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace pleurascope::imaging {

namespace {

Point mapped(const AffineMatrix& m, double x, double y) {
    return {m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]};
}

/// Sine and cosine to 15 decimals, as Pillow rounds them.
AffineMatrix turn(int degrees, int width, int height) {
    const double angle = -(degrees * (std::numbers::pi / 180)); // math.radians' order
    const double cosine = roundedToDecimals(std::cos(angle), 15);
    const double sine = roundedToDecimals(std::sin(angle), 15);
    AffineMatrix matrix{cosine, sine, 0, roundedToDecimals(-std::sin(angle), 15), cosine, 0};
    const Point offset = mapped(matrix, -width / 2.0, -height / 2.0);
    matrix[2] = offset.x + width / 2.0;
    matrix[5] = offset.y + height / 2.0;
    return matrix;
}

std::optional<core::PixelBuffer> withoutResampling(const core::PixelBuffer& input, int degrees,
                                                   TurnedCorners corners) {
    const bool quarterFits = corners == TurnedCorners::kept || input.width() == input.height();
    if (degrees == 0)
        return input;
    if (degrees == 180)
        return transpose(input, Transposition::rotate180);
    if (degrees == 90 && quarterFits)
        return transpose(input, Transposition::rotate90);
    if (degrees == 270 && quarterFits)
        return transpose(input, Transposition::rotate270);
    return std::nullopt;
}

/// The canvas that holds the whole turned picture; moves the matrix to its top left corner.
Point grownCanvas(AffineMatrix& matrix, int width, int height) {
    const std::array corners{mapped(matrix, 0, 0), mapped(matrix, width, 0), mapped(matrix, width, height),
                             mapped(matrix, 0, height)};
    const auto [left, right] = std::ranges::minmax(corners, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(corners, {}, &Point::y);
    const Point size{std::ceil(right.x) - std::floor(left.x), std::ceil(bottom.y) - std::floor(top.y)};
    const Point offset = mapped(matrix, -(size.x - width) / 2, -(size.y - height) / 2);
    matrix[2] = offset.x;
    matrix[5] = offset.y;
    return size;
}

} // namespace

core::PixelBuffer rotate(const core::PixelBuffer& input, int degrees, TurnedCorners corners,
                         std::uint8_t outside) {
    degrees = (degrees % 360 + 360) % 360;
    if (auto exact = withoutResampling(input, degrees, corners))
        return *exact;
    AffineMatrix matrix = turn(degrees, input.width(), input.height());
    Point size{double(input.width()), double(input.height())};
    if (corners == TurnedCorners::kept)
        size = grownCanvas(matrix, input.width(), input.height());
    return transformAffine(input, int(size.x), int(size.y), matrix, outside);
}

} // namespace pleurascope::imaging
