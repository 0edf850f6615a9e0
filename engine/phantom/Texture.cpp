// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Texture.h"

#include "engine/phantom/Random.h"

#include <cmath>

namespace pleurascope::phantom {

double Texture::corner(std::int64_t x, std::int64_t y) const {
    const auto bits = mixed(mixed(std::uint64_t(x) * 0x9E3779B97F4A7C15ULL + m_seed) + std::uint64_t(y));
    return double(bits >> 11) / 4503599627370496.0 - 1;
}

double Texture::at(double u, double v, double frequency) const {
    const double x = (u + 8) * frequency;
    const double y = (v + 8) * frequency;
    const double left = std::floor(x);
    const double top = std::floor(y);
    const double fx = x - left;
    const double fy = y - top;
    const double bx = fx * fx * (3 - 2 * fx);
    const double by = fy * fy * (3 - 2 * fy);
    const auto i = std::int64_t(left);
    const auto j = std::int64_t(top);
    return (corner(i, j) * (1 - bx) + corner(i + 1, j) * bx) * (1 - by) +
           (corner(i, j + 1) * (1 - bx) + corner(i + 1, j + 1) * bx) * by;
}

} // namespace pleurascope::phantom
