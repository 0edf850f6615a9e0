// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/imaging/Crop.h"

#include <array>
#include <span>

namespace pleurascope::imaging {

// Pillow's Image.transform(resample=BICUBIC), bit for bit (src/libImaging/Geometry.c): each output pixel's
// centre is mapped into the input and sampled there by cubic convolution with a = -1 in double precision, not
// widened when reducing; the result is cut to 0..255 and truncated. Pixels that map outside the input are
// `outside`. u8, (H, W, C).

/// Output to input: x_in = m0 x + m1 y + m2, y_in = m3 x + m4 y + m5.
using AffineMatrix = std::array<double, 6>;
/// Output to input: x_in = (m0 x + m1 y + m2) / n, y_in = (m3 x + m4 y + m5) / n with n = m6 x + m7 y + 1.
using PerspectiveMatrix = std::array<double, 8>;

struct Point {
    double x = 0;
    double y = 0;
};

/// A part of the output, and the quadrilateral of the input that is stretched over it.
struct MeshTile {
    Box box;
    Point northWest;
    Point southWest;
    Point southEast;
    Point northEast;
};

[[nodiscard]] core::PixelBuffer transformAffine(const core::PixelBuffer& input, int width, int height,
                                                const AffineMatrix& matrix, std::uint8_t outside = 0);
/// The size is kept.
[[nodiscard]] core::PixelBuffer transformPerspective(const core::PixelBuffer& input,
                                                     const PerspectiveMatrix& matrix);
/// The size is kept; tiles must lie within it, and what none covers is 0.
[[nodiscard]] core::PixelBuffer transformMesh(const core::PixelBuffer& input,
                                              std::span<const MeshTile> tiles);

} // namespace pleurascope::imaging
