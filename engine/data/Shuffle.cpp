// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Shuffle.h"

#include <bit>
#include <numeric>
#include <utility>

namespace pleurascope::data {

std::uint32_t Shuffle::interval(std::uint32_t highest) {
    if (highest == 0)
        return 0;
    const std::uint32_t mask = ~std::uint32_t(0) >> std::countl_zero(highest);
    for (;;) {
        const auto drawn = std::uint32_t(m_engine()) & mask;
        if (drawn <= highest)
            return drawn;
    }
}

void Shuffle::apply(std::span<int> values) {
    for (std::size_t i = values.size(); i-- > 1;)
        std::swap(values[i], values[interval(std::uint32_t(i))]);
}

std::vector<int> Shuffle::permutation(int count) {
    std::vector<int> values(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), 0);
    apply(values);
    return values;
}

} // namespace pleurascope::data
