// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <vector>

namespace pleurascope::benchmarks {

struct Spread {
    double low = 0, median = 0, high = 0;
};

/// Of a non-empty sample.
[[nodiscard]] inline Spread spreadOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return {values.front(), values[values.size() / 2], values.back()};
}

inline void print(const char* what, const std::vector<double>& milliseconds) {
    const Spread spread = spreadOf(milliseconds);
    std::printf("%-44s median %8.1f ms   (%.1f to %.1f, %zu runs)\n", what, spread.median, spread.low,
                spread.high, milliseconds.size());
}

} // namespace pleurascope::benchmarks
