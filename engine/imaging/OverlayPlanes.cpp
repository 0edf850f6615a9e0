// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/OverlayPlanes.h"

#include "engine/imaging/FreshPixels.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace pleurascope::imaging {

namespace {

/// Calls `visit(row, column)` in film pixels for every set bit, also of those outside the film.
template <class Visit>
void visitSetBits(const Overlay& overlay, Visit&& visit) {
    const auto columns = std::uint64_t(overlay.columns);
    const auto count =
        std::min(std::uint64_t(overlay.rows) * columns, std::uint64_t(overlay.bits.size()) * 8);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto byte = overlay.bits[i / 8];
        if (byte == 0) {
            i += 7 - i % 8;
            continue;
        }
        if ((byte >> (i % 8) & 1U) != 0)
            visit(overlay.top + int(i / columns), overlay.left + int(i % columns));
    }
}

void copyInto(FreshPixels<std::uint8_t>& copy, const core::PixelBuffer& levels) {
    const auto source = levels.samples<std::uint8_t>();
    std::copy(source.begin(), source.end(), copy.samples().begin());
}

bool isInside(const std::vector<Shutter::Point>& polygon, double row, double column) {
    bool inside = false;
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
        const auto& a = polygon[i];
        const auto& b = polygon[j];
        if ((a.row > row) != (b.row > row) &&
            column < (b.column - a.column) * (row - a.row) / (b.row - a.row) + a.column)
            inside = !inside;
    }
    return inside;
}

bool isCovered(std::span<const Overlay> overlays, int group, int row, int column) {
    return std::any_of(overlays.begin(), overlays.end(), [&](const Overlay& overlay) {
        const int y = row - overlay.top;
        const int x = column - overlay.left;
        return overlay.group == group && y >= 0 && x >= 0 && y < overlay.rows && x < overlay.columns &&
               overlay.isSet(y, x);
    });
}

} // namespace

core::PixelBuffer overlayCoverage(std::span<const Overlay> overlays, const FilmRegion& region, int columns,
                                  int rows) {
    const double across = columns / region.width;
    const double down = rows / region.height;
    std::vector<std::uint32_t> counts(std::size_t(columns) * std::size_t(rows));
    bool isEmpty = true;
    for (const auto& overlay : overlays)
        visitSetBits(overlay, [&](int row, int column) {
            const double x = (column + 0.5 - region.left) * across;
            const double y = (row + 0.5 - region.top) * down;
            if (x < 0 || y < 0 || x >= columns || y >= rows)
                return;
            ++counts[std::size_t(y) * std::size_t(columns) + std::size_t(x)];
            isEmpty = false;
        });
    if (isEmpty)
        return {};
    const double share = std::min(1.0, across * down);
    FreshPixels<std::uint8_t> result(columns, rows, 1);
    std::transform(counts.begin(), counts.end(), result.samples().begin(), [&](std::uint32_t count) {
        return std::uint8_t(std::lround(255 * std::sqrt(std::min(1.0, count * share))));
    });
    return result.finish();
}

core::PixelBuffer withOverlays(const core::PixelBuffer& levels, std::span<const Overlay> overlays) {
    if (overlays.empty())
        return levels;
    FreshPixels<std::uint8_t> result(levels.width(), levels.height(), levels.channels());
    copyInto(result, levels);
    for (const auto& overlay : overlays)
        visitSetBits(overlay, [&](int row, int column) {
            if (row < 0 || column < 0 || row >= levels.height() || column >= levels.width())
                return;
            auto* pixel = result.row(row) + std::ptrdiff_t(column) * levels.channels();
            std::fill(pixel, pixel + levels.channels(), std::uint8_t(255));
        });
    return result.finish();
}

core::PixelBuffer withShutter(const core::PixelBuffer& levels, const DisplayParameters& display,
                              bool inverted) {
    if (!display.shutter)
        return levels;
    const auto value = std::uint8_t(std::lround(display.shutter->presentationValue / 257.0));
    const auto hidden = inverted ? std::uint8_t(255 - value) : value;
    FreshPixels<std::uint8_t> result(levels.width(), levels.height(), levels.channels());
    copyInto(result, levels);
    for (int row = 0; row < levels.height(); ++row)
        for (int column = 0; column < levels.width(); ++column)
            if (!isShown(*display.shutter, display.overlays, display.pixelAspect, row, column)) {
                auto* pixel = result.row(row) + std::ptrdiff_t(column) * levels.channels();
                std::fill(pixel, pixel + levels.channels(), hidden);
            }
    return result.finish();
}

bool isShown(const Shutter& shutter, std::span<const Overlay> overlays, double pixelAspect, int row,
             int column) {
    if (const auto& edges = shutter.rectangle;
        edges && (column < edges->left || column > edges->right || row < edges->top || row > edges->bottom))
        return false;
    if (const auto& circle = shutter.circle) {
        const double down = (row - circle->row) * pixelAspect;
        const double across = column - circle->column;
        if (down * down + across * across > circle->radius * circle->radius)
            return false;
    }
    if (!shutter.polygon.empty() && !isInside(shutter.polygon, row, column))
        return false;
    return !shutter.overlayGroup || !isCovered(overlays, *shutter.overlayGroup, row, column);
}

} // namespace pleurascope::imaging
