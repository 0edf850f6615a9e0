// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationRandom.h"

#include "engine/core/Sha256.h"

#include <bit>
#include <cassert>
#include <charconv>
#include <string>

namespace pleurascope::data {

AugmentationRandom::AugmentationRandom(std::uint32_t seed, std::string_view film, std::uint32_t copy) {
    const std::string digest =
        core::sha256(std::to_string(seed) + '\n' + std::to_string(copy) + '\n' + std::string(film));
    std::from_chars(digest.data(), digest.data() + 16, m_state, 16);
}

std::uint64_t AugmentationRandom::next() {
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t value = m_state;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

int AugmentationRandom::integer(int low, int high) {
    assert(low <= high);
    const auto range = std::uint64_t(std::int64_t(high) - low);
    const std::uint64_t mask = std::bit_ceil(range + 1) - 1;
    for (;;)
        if (const std::uint64_t drawn = next() >> 32 & mask; drawn <= range)
            return int(low + std::int64_t(drawn));
}

double AugmentationRandom::uniform(double low, double high) {
    return low + (high - low) * (double(next() >> 11) * 0x1p-53);
}

} // namespace pleurascope::data
