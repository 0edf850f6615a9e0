// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ExposedField.h"

#include "engine/imaging/ModalityTransform.h"
#include "engine/imaging/ValueHistogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pleurascope::imaging {

namespace {

constexpr int blocksASide = 64;
constexpr double flatness = 0.02;
constexpr double mostGround = 0.9;
constexpr int smallestSide = 128; ///< below it blocks would be a pixel or two

struct Block {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double sum = 0;
    int count = 0;

    void add(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
        sum += value;
        ++count;
    }
    /// Padding alone is the flattest of grounds.
    [[nodiscard]] bool isPadding() const { return count == 0; }
    [[nodiscard]] double mean() const { return sum / count; }
};

class BlockGrid {
public:
    BlockGrid(const Image& image, int side)
        : m_columns((image.pixels.width() + side - 1) / side)
        , m_rows((image.pixels.height() + side - 1) / side)
        , m_blocks(std::size_t(m_columns) * std::size_t(m_rows)) {
        const ModalityTransform modality(image.display);
        const int step = samplingStep(image.pixels);
        visitSamples(image.pixels, [&](auto samples) {
            for (int row = 0; row < image.pixels.height(); row += step) {
                const auto line = samples.subspan(std::size_t(row) * std::size_t(image.pixels.width()),
                                                  std::size_t(image.pixels.width()));
                addLine(line, m_blocks.data() + index(row / side, 0), modality, side, step);
            }
        });
    }

    /// Grows from the edges over flat blocks whose levels differ by less than `tolerance`.
    [[nodiscard]] std::vector<bool> ground(double tolerance) const {
        std::vector<bool> ground(m_blocks.size());
        std::vector<std::pair<int, int>> open;
        const auto take = [&](int row, int column, const Block* from) {
            if (row < 0 || column < 0 || row >= m_rows || column >= m_columns || ground[index(row, column)])
                return;
            const Block& block = m_blocks[index(row, column)];
            const bool isFlat = block.isPadding() || block.high - block.low < tolerance;
            const bool isAlike = !from || block.isPadding() || from->isPadding() ||
                                 std::abs(block.mean() - from->mean()) < tolerance;
            if (!isFlat || !isAlike)
                return;
            ground[index(row, column)] = true;
            open.emplace_back(row, column);
        };
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                if (row == 0 || column == 0 || row == m_rows - 1 || column == m_columns - 1)
                    take(row, column, nullptr);
        while (!open.empty()) {
            const auto [row, column] = open.back();
            open.pop_back();
            const Block* from = &m_blocks[index(row, column)];
            take(row - 1, column, from);
            take(row + 1, column, from);
            take(row, column - 1, from);
            take(row, column + 1, from);
        }
        return ground;
    }

    /// With the blocks beside it: they hold ground and tissue both.
    [[nodiscard]] std::vector<bool> grown(const std::vector<bool>& ground) const {
        auto result = ground;
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column)
                for (int y = std::max(0, row - 1); y <= std::min(m_rows - 1, row + 1); ++y)
                    for (int x = std::max(0, column - 1); x <= std::min(m_columns - 1, column + 1); ++x)
                        if (ground[index(y, x)])
                            result[index(row, column)] = true;
        return result;
    }

private:
    template <class Sample>
    static void addLine(std::span<const Sample> line, Block* block, const ModalityTransform& modality,
                        int side, int step) {
        int end = side;
        for (int column = 0; column < int(line.size()); column += step) {
            for (; column >= end; end += side)
                ++block;
            const auto stored = double(line[std::size_t(column)]);
            const double value = modality(stored);
            if (!modality.isPadding(stored) && std::isfinite(value))
                block->add(value);
        }
    }

    [[nodiscard]] std::size_t index(int row, int column) const {
        return std::size_t(row) * std::size_t(m_columns) + std::size_t(column);
    }

    int m_columns;
    int m_rows;
    std::vector<Block> m_blocks;
};

} // namespace

int samplingStep(const core::PixelBuffer& pixels) {
    constexpr int samplesASide = 1024;
    return std::max(1, std::max(pixels.width(), pixels.height()) / samplesASide);
}

ExposedField::ExposedField(const Image& image)
    : m_side(std::max(image.pixels.width(), image.pixels.height()) / blocksASide + 1) {
    const int columns = (image.pixels.width() + m_side - 1) / m_side;
    const int rows = (image.pixels.height() + m_side - 1) / m_side;
    m_columns = columns;
    m_ground.resize(std::size_t(columns) * std::size_t(rows));
    if (std::min(image.pixels.width(), image.pixels.height()) < smallestSide)
        return;
    const ValueHistogram histogram(image, *this); // all of it, so far
    const double tolerance = (histogram.percentile(0.99) - histogram.percentile(0.01)) * flatness;
    const BlockGrid grid(image, m_side);
    m_ground = grid.grown(grid.ground(tolerance));
    const auto count = std::count(m_ground.begin(), m_ground.end(), true);
    m_isPart = count > 0 && double(count) < mostGround * double(m_ground.size());
    if (!m_isPart)
        std::fill(m_ground.begin(), m_ground.end(), false);
}

} // namespace pleurascope::imaging
