// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/HeatmapOverlay.h"

#include <array>
#include <cassert>
#include <map>
#include <set>

namespace pleurascope::imaging {

namespace {

enum Edge : std::uint8_t { top, right, bottom, left };
struct Piece {
    Edge from;
    Edge to;
};

/// The line pieces of a cell, all with the higher values on the same hand, so that pieces of neighbouring
/// cells join end to start. Bits of the case: 1 top left, 2 top right, 4 bottom right, 8 bottom left is at or
/// above the level. `joined` decides the two saddles: are the high corners connected through the cell's
/// middle?
std::vector<Piece> piecesOf(int highCorners, bool joined) {
    switch (highCorners) {
    case 1:
        return {{top, left}};
    case 2:
        return {{right, top}};
    case 3:
        return {{right, left}};
    case 4:
        return {{bottom, right}};
    case 5:
        return joined ? std::vector<Piece>{{top, right}, {bottom, left}}
                      : std::vector<Piece>{{top, left}, {bottom, right}};
    case 6:
        return {{bottom, top}};
    case 7:
        return {{bottom, left}};
    case 8:
        return {{left, bottom}};
    case 9:
        return {{top, bottom}};
    case 10:
        return joined ? std::vector<Piece>{{left, top}, {right, bottom}}
                      : std::vector<Piece>{{right, top}, {left, bottom}};
    case 11:
        return {{right, bottom}};
    case 12:
        return {{left, right}};
    case 13:
        return {{top, right}};
    case 14:
        return {{left, top}};
    default:
        return {};
    }
}

/// Marching squares on a map: cells lie between four pixel centres, a line's points on the cells' edges.
class ContourTracer {
public:
    ContourTracer(const core::PixelBuffer& map, double level)
        : m_values(map.samples<float>())
        , m_width(map.width())
        , m_height(map.height())
        , m_level(level) {}

    [[nodiscard]] std::vector<Contour> trace() {
        for (int y = 0; y + 1 < m_height; ++y)
            for (int x = 0; x + 1 < m_width; ++x)
                addCell(x, y);
        std::vector<Contour> result;
        for (const auto start : openStarts())
            result.push_back(follow(start));
        while (!m_next.empty())
            result.push_back(follow(m_next.begin()->first));
        return result;
    }

private:
    using EdgeId =
        std::size_t; // 2 * pixel index for the edge to the right of a pixel centre, + 1 for the one below

    [[nodiscard]] double value(int x, int y) const {
        return m_values[std::size_t(y) * std::size_t(m_width) + std::size_t(x)];
    }

    void addCell(int x, int y) {
        const std::array corners{value(x, y), value(x + 1, y), value(x + 1, y + 1), value(x, y + 1)};
        int highCorners = 0;
        for (std::size_t i = 0; i < 4; ++i)
            highCorners |= corners[i] >= m_level ? 1 << i : 0;
        const bool joined = (corners[0] + corners[1] + corners[2] + corners[3]) / 4 >= m_level;
        for (const auto& piece : piecesOf(highCorners, joined))
            m_next[edgeId(x, y, piece.from)] = edgeId(x, y, piece.to);
    }

    [[nodiscard]] EdgeId edgeId(int x, int y, Edge edge) const {
        const int edgeX = edge == right ? x + 1 : x;
        const int edgeY = edge == bottom ? y + 1 : y;
        const bool goesDown = edge == left || edge == right;
        return 2 * (std::size_t(edgeY) * std::size_t(m_width) + std::size_t(edgeX)) + (goesDown ? 1 : 0);
    }

    [[nodiscard]] std::vector<EdgeId> openStarts() const {
        std::set<EdgeId> ends;
        for (const auto& [from, to] : m_next)
            ends.insert(to);
        std::vector<EdgeId> starts;
        for (const auto& [from, to] : m_next)
            if (!ends.contains(from))
                starts.push_back(from);
        return starts;
    }

    Contour follow(EdgeId start) {
        Contour contour{m_level, false, {pointOn(start)}};
        for (auto piece = m_next.find(start); piece != m_next.end();) {
            const auto end = piece->second;
            m_next.erase(piece);
            if (end == start) {
                contour.closed = true;
                break;
            }
            contour.points.push_back(pointOn(end));
            piece = m_next.find(end);
        }
        return contour;
    }

    [[nodiscard]] std::pair<float, float> pointOn(EdgeId edge) const {
        const int x = int(edge / 2 % std::size_t(m_width));
        const int y = int(edge / 2 / std::size_t(m_width));
        const bool goesDown = edge % 2 == 1;
        const double first = value(x, y);
        const double second = goesDown ? value(x, y + 1) : value(x + 1, y);
        const double way = (m_level - first) / (second - first);
        return {float(x + 0.5 + (goesDown ? 0 : way)), float(y + 0.5 + (goesDown ? way : 0))};
    }

    std::span<const float> m_values;
    int m_width;
    int m_height;
    double m_level;
    std::map<EdgeId, EdgeId> m_next;
};

} // namespace

std::vector<Contour> contours(const core::PixelBuffer& map, double level) {
    assert(map.type() == core::SampleType::f32 && map.channels() == 1);
    return ContourTracer(map, level).trace();
}

} // namespace pleurascope::imaging
