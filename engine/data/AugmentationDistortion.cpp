// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationOperations.h"

#include "engine/imaging/PillowTransform.h"

namespace pleurascope::data {

using core::PixelBuffer;
using imaging::MeshTile;

namespace {

/// Row by row; the last column and the last row take what the division leaves over.
std::vector<MeshTile> gridOf(const RandomDistortion& grid, int width, int height) {
    const int tileWidth = width / grid.gridWidth;
    const int tileHeight = height / grid.gridHeight;
    std::vector<MeshTile> tiles;
    for (int j = 0; j < grid.gridHeight; ++j)
        for (int i = 0; i < grid.gridWidth; ++i) {
            const imaging::Box box{i * tileWidth, j * tileHeight,
                                   i + 1 == grid.gridWidth ? width : (i + 1) * tileWidth,
                                   j + 1 == grid.gridHeight ? height : (j + 1) * tileHeight};
            const double left = box.left;
            const double top = box.top;
            const double right = box.right;
            const double bottom = box.bottom;
            tiles.push_back({box, {left, top}, {left, bottom}, {right, bottom}, {right, top}});
        }
    return tiles;
}

void move(imaging::Point& vertex, int dx, int dy) {
    vertex.x += dx;
    vertex.y += dy;
}

} // namespace

PixelBuffer perform(const RandomDistortion& operation, const PixelBuffer& film, AugmentationDraws& draws) {
    auto tiles = gridOf(operation, film.width(), film.height());
    const auto across = std::size_t(operation.gridWidth);
    for (std::size_t j = 0; j + 1 < std::size_t(operation.gridHeight); ++j)
        for (std::size_t i = 0; i + 1 < across; ++i) {
            const int dx = draws.integer(-operation.magnitude, operation.magnitude);
            const int dy = draws.integer(-operation.magnitude, operation.magnitude);
            const std::size_t tile = j * across + i;
            move(tiles[tile].southEast, dx, dy);
            move(tiles[tile + 1].southWest, dx, dy);
            move(tiles[tile + across].northEast, dx, dy);
            move(tiles[tile + across + 1].northWest, dx, dy);
        }
    return imaging::transformMesh(film, tiles);
}

} // namespace pleurascope::data
