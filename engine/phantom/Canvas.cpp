// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Canvas.h"

#include <algorithm>

namespace pleurascope::phantom {

double Canvas::sample(double u, double v) const {
    const double last = m_size - 1;
    const double x = std::clamp(place(u), 0.0, last);
    const double y = std::clamp(place(v), 0.0, last);
    const int left = std::min(int(x), std::max(m_size - 2, 0));
    const int top = std::min(int(y), std::max(m_size - 2, 0));
    const int right = std::min(left + 1, m_size - 1);
    const int bottom = std::min(top + 1, m_size - 1);
    const double fx = x - left;
    const double fy = y - top;
    return (double(at(left, top)) * (1 - fx) + double(at(right, top)) * fx) * (1 - fy) +
           (double(at(left, bottom)) * (1 - fx) + double(at(right, bottom)) * fx) * fy;
}

} // namespace pleurascope::phantom
