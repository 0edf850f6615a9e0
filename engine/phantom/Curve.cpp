// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Curve.h"

#include <algorithm>
#include <cassert>

namespace pleurascope::phantom {

Curve::Curve(std::vector<std::pair<double, double>> points)
    : m_points(std::move(points))
    , m_slopes(m_points.size(), 0) {
    assert(m_points.size() >= 2);
    for (std::size_t i = 1; i + 1 < m_points.size(); ++i) {
        const auto secant = [&](std::size_t k) {
            return (m_points[k + 1].second - m_points[k].second) /
                   (m_points[k + 1].first - m_points[k].first);
        };
        const double before = secant(i - 1);
        const double after = secant(i);
        m_slopes[i] = before * after > 0 ? 2 * before * after / (before + after) : 0;
    }
}

double Curve::operator()(double x) const {
    if (x <= m_points.front().first)
        return m_points.front().second;
    if (x >= m_points.back().first)
        return m_points.back().second;
    std::size_t i = 0;
    while (x > m_points[i + 1].first)
        ++i;
    const double width = m_points[i + 1].first - m_points[i].first;
    const double t = (x - m_points[i].first) / width;
    const double rest = 1 - t;
    return m_points[i].second * (1 + 2 * t) * rest * rest + m_points[i + 1].second * t * t * (3 - 2 * t) +
           width * t * rest * (m_slopes[i] * rest - m_slopes[i + 1] * t);
}

double smoothStep(double low, double high, double x) {
    const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

} // namespace pleurascope::phantom
