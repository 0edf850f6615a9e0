// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/DecimalRounding.h"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace pleurascope::imaging {

double roundedToDecimals(double value, int decimals) {
    assert(std::abs(value) < 1e9);
    // By way of text, as Python does: scaling by a power of ten would itself round.
    std::array<char, 40> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    double result = 0;
    std::from_chars(text.data(), written.ptr, result);
    return result;
}

int roundedToInt(double value) {
    return int(std::nearbyint(value));
}

} // namespace pleurascope::imaging
