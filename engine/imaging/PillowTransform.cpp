// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/PillowTransform.h"

#include "engine/imaging/FreshPixels.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pleurascope::imaging {

namespace {

/// The cubic through four neighbours at `d` between the second and the third (BICUBIC in Geometry.c).
double cubic(double v1, double v2, double v3, double v4, double d) {
    const double p2 = v3 - v1;
    const double p3 = 2 * (v1 - v2) + v3 - v4;
    const double p4 = v2 - v1 - v3 + v4;
    return v2 + d * (p2 + d * (p3 + d * p4));
}

/// Reads a picture between its pixels.
class BicubicSampler {
public:
    explicit BicubicSampler(const core::PixelBuffer& input)
        : m_samples(input.samples<std::uint8_t>().data())
        , m_width(input.width())
        , m_height(input.height())
        , m_channels(input.channels()) {
        assert(input.type() == core::SampleType::u8);
    }

    [[nodiscard]] int channels() const { return m_channels; }

    /// Writes the channels at (x, y), in pixels from the top left corner; false, and nothing written,
    /// outside.
    bool read(double x, double y, std::uint8_t* out) const {
        if (!(x >= 0 && x < m_width && y >= 0 && y < m_height))
            return false;
        const double left = std::floor(x - 0.5);
        const double top = std::floor(y - 0.5);
        const double dx = x - 0.5 - left;
        const double dy = y - 0.5 - top;
        const auto columns = columnsFrom(int(left) - 1);
        const auto rows = rowsFrom(int(top) - 1);
        for (int c = 0; c < m_channels; ++c) {
            const auto along = [&](const std::uint8_t* row) {
                return cubic(row[columns[0] + c], row[columns[1] + c], row[columns[2] + c],
                             row[columns[3] + c], dx);
            };
            const double value = cubic(along(rows[0]), along(rows[1]), along(rows[2]), along(rows[3]), dy);
            out[c] = std::uint8_t(std::clamp(value, 0.0, 255.0)); // truncated, as in Pillow
        }
        return true;
    }

private:
    [[nodiscard]] std::array<std::ptrdiff_t, 4> columnsFrom(int first) const {
        std::array<std::ptrdiff_t, 4> columns{};
        for (int k = 0; k < 4; ++k)
            columns[std::size_t(k)] = std::ptrdiff_t(std::clamp(first + k, 0, m_width - 1)) * m_channels;
        return columns;
    }

    /// Only the first row is clamped; one outside repeats the row before it.
    [[nodiscard]] std::array<const std::uint8_t*, 4> rowsFrom(int first) const {
        std::array<const std::uint8_t*, 4> rows{};
        int row = std::clamp(first, 0, m_height - 1);
        for (int k = 0; k < 4; ++k) {
            if (k > 0 && first + k >= 0 && first + k < m_height)
                row = first + k;
            rows[std::size_t(k)] = m_samples + std::ptrdiff_t(row) * m_width * m_channels;
        }
        return rows;
    }

    const std::uint8_t* m_samples;
    int m_width;
    int m_height;
    int m_channels;
};

/// Fills `box` of the output; `inputOf` maps a pixel's centre, relative to the box, into the input.
template <class Map>
void fill(FreshPixels<std::uint8_t>& output, const Box& box, const BicubicSampler& sampler,
          const Map& inputOf) {
    for (int y = 0; y < box.height(); ++y) {
        auto* out = output.row(box.top + y) + std::ptrdiff_t(box.left) * sampler.channels();
        for (int x = 0; x < box.width(); ++x, out += sampler.channels()) {
            const Point point = inputOf(x + 0.5, y + 0.5);
            sampler.read(point.x, point.y, out);
        }
    }
}

FreshPixels<std::uint8_t> filled(int width, int height, int channels, std::uint8_t level) {
    FreshPixels<std::uint8_t> pixels(width, height, channels);
    std::ranges::fill(pixels.samples(), level);
    return pixels;
}

/// quad_transform's coefficient order: value = a0 + a1 x + a2 y + a3 x y over a tile.
std::array<double, 4> bilinear(double nw, double sw, double se, double ne, const Box& box) {
    const double perColumn = 1.0 / box.width();
    const double perRow = 1.0 / box.height();
    return {nw, (ne - nw) * perColumn, (sw - nw) * perRow, (se - sw - ne + nw) * perColumn * perRow};
}

} // namespace

core::PixelBuffer transformAffine(const core::PixelBuffer& input, int width, int height,
                                  const AffineMatrix& m, std::uint8_t outside) {
    auto output = filled(width, height, input.channels(), outside);
    fill(output, {0, 0, width, height}, BicubicSampler(input), [&](double x, double y) {
        return Point{m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]};
    });
    return output.finish();
}

core::PixelBuffer transformPerspective(const core::PixelBuffer& input, const PerspectiveMatrix& m) {
    auto output = filled(input.width(), input.height(), input.channels(), 0);
    fill(output, {0, 0, input.width(), input.height()}, BicubicSampler(input), [&](double x, double y) {
        const double n = m[6] * x + m[7] * y + 1;
        return Point{(m[0] * x + m[1] * y + m[2]) / n, (m[3] * x + m[4] * y + m[5]) / n};
    });
    return output.finish();
}

core::PixelBuffer transformMesh(const core::PixelBuffer& input, std::span<const MeshTile> tiles) {
    auto output = filled(input.width(), input.height(), input.channels(), 0);
    const BicubicSampler sampler(input);
    for (const MeshTile& tile : tiles) {
        if (tile.box.isEmpty())
            continue;
        const auto a =
            bilinear(tile.northWest.x, tile.southWest.x, tile.southEast.x, tile.northEast.x, tile.box);
        const auto b =
            bilinear(tile.northWest.y, tile.southWest.y, tile.southEast.y, tile.northEast.y, tile.box);
        fill(output, tile.box, sampler, [&](double x, double y) {
            return Point{a[0] + a[1] * x + a[2] * y + a[3] * x * y,
                         b[0] + b[1] * x + b[2] * y + b[3] * x * y};
        });
    }
    return output.finish();
}

} // namespace pleurascope::imaging
