// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/LookPrint.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pleurascope::data {

namespace {

using Values = std::vector<float>;

std::size_t at(int x, int y, int width) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
}

/// The middle 80%, averaged over channels and squares of 4 x 4.
Values shrunk(const imaging::InputPlanes& planes, int size) {
    constexpr int border = LookPrint::planesSize / 10;
    const int square = (planes.size - 2 * border) / size;
    Values values(static_cast<std::size_t>(size * size));
    const float share = 1.0F / static_cast<float>(square * square * planes.channels);
    for (int channel = 0; channel < planes.channels; ++channel)
        for (int y = 0; y < size * square; ++y)
            for (int x = 0; x < size * square; ++x)
                values[at(x / square, y / square, size)] +=
                    share * planes.values[at(x + border, y + border + channel * planes.size, planes.size)];
    return values;
}

/// Gaussian of 1.5 samples, cut at 4 deviations, the picture mirrored at its edges.
Values blurred(const Values& values, int size) {
    constexpr double deviation = 1.5;
    constexpr int radius = 6;
    std::array<float, radius + 1> weights{};
    float sum = 0;
    for (int i = 0; i <= radius; ++i) {
        weights[static_cast<std::size_t>(i)] =
            static_cast<float>(std::exp(-i * i / (2 * deviation * deviation)));
        sum += (i == 0 ? 1.0F : 2.0F) * weights[static_cast<std::size_t>(i)];
    }
    const auto mirrored = [size](int place) {
        return place < 0 ? -1 - place : place >= size ? 2 * size - 1 - place : place;
    };
    Values rows(values.size()), result(values.size());
    const auto pass = [&](const Values& from, Values& to, int right, int down) {
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x) {
                float total = 0;
                for (int i = -radius; i <= radius; ++i)
                    total += weights[static_cast<std::size_t>(std::abs(i))] *
                             from[at(mirrored(x + i * right), mirrored(y + i * down), size)];
                to[at(x, y, size)] = total / sum;
            }
    };
    pass(values, rows, 1, 0);
    pass(rows, result, 0, 1);
    return result;
}

/// Fine structure at equal contrast: what is left without the shading, divided by its local strength. One
/// grey level is added to the strength, so that an empty corner stays empty.
Values fineStructure(Values values, int size) {
    const Values shading = blurred(values, size);
    Values squares(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] -= shading[i];
        squares[i] = values[i] * values[i];
    }
    const Values strength = blurred(squares, size);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] /= std::sqrt(strength[i]) + 1;
    return values;
}

} // namespace

LookPrint::LookPrint(const imaging::InputPlanes& planes)
    : m_values(fineStructure(shrunk(planes, size), size))
    , m_middle(static_cast<std::size_t>(middle * middle)) {
    assert(planes.size == planesSize);
    constexpr double count = middle * middle;
    for (int down = 0; down < moves; ++down)
        for (int right = 0; right < moves; ++right) {
            double sum = 0, squares = 0;
            for (int y = 0; y < middle; ++y)
                for (int x = 0; x < middle; ++x) {
                    const double value = m_values[at(x + right, y + down, size)];
                    sum += value;
                    squares += value * value;
                }
            const double spread = squares - sum * sum / count;
            m_inverseDeviations[at(right, down, moves)] = spread > 1e-6 ? 1 / std::sqrt(spread) : 0;
            if (right != reach || down != reach)
                continue;
            for (int y = 0; y < middle; ++y)
                for (int x = 0; x < middle; ++x)
                    m_middle[at(x, y, middle)] =
                        static_cast<float>((m_values[at(x + reach, y + reach, size)] - sum / count) *
                                           m_inverseDeviations[at(reach, reach, moves)]);
        }
}

double LookPrint::correlation(const LookPrint& other, int right, int down) const {
    // Sums a column each: independent of one another, so the compiler can add several at once.
    std::array<float, middle> sums{};
    for (int y = 0; y < middle; ++y) {
        const float* mine = m_middle.data() + at(0, y, middle);
        const float* theirs = other.m_values.data() + at(right, y + down, size);
        for (std::size_t x = 0; x < sums.size(); ++x)
            sums[x] += mine[x] * theirs[x];
    }
    double total = 0;
    for (const float sum : sums)
        total += sum;
    return total * other.m_inverseDeviations[at(right, down, moves)];
}

double LookPrint::likeness(const LookPrint& other) const {
    double best = -1;
    for (int down = 0; down < moves; down += 2)
        for (int right = 0; right < moves; right += 2)
            best = std::max(best, correlation(other, right, down));
    if (best < 0.35)
        return best;
    for (int down = 0; down < moves; ++down)
        for (int right = 0; right < moves; ++right)
            if (down % 2 != 0 || right % 2 != 0)
                best = std::max(best, correlation(other, right, down));
    return best;
}

} // namespace pleurascope::data
