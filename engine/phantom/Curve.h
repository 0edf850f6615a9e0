// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

namespace pleurascope::phantom {

/// A smooth function through given points that does not overshoot them (monotone cubic Hermite interpolation,
/// Fritsch and Carlson 1980, with harmonic-mean slopes); constant beyond its ends. Points by rising x, two at
/// least.
class Curve {
public:
    explicit Curve(std::vector<std::pair<double, double>> points);
    [[nodiscard]] double operator()(double x) const;

private:
    std::vector<std::pair<double, double>> m_points;
    std::vector<double> m_slopes;
};

/// 0 below `low`, 1 above `high`, smooth between.
[[nodiscard]] double smoothStep(double low, double high, double x);

} // namespace pleurascope::phantom
