// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Random.h"

namespace pleurascope::phantom {

namespace {
constexpr std::uint64_t goldenGamma = 0x9E3779B97F4A7C15ULL;
}

std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

Random::Random(std::uint32_t seed, std::uint32_t stream)
    : m_state(mixed((std::uint64_t(seed) << 32 | stream) + goldenGamma)) {}

std::uint64_t Random::next() {
    m_state += goldenGamma;
    return mixed(m_state);
}

double Random::uniform() {
    return double(next() >> 11) / 9007199254740992.0;
}

double Random::uniform(double low, double high) {
    return low + (high - low) * uniform();
}

double Random::normal() {
    constexpr double scale = 1.7320508075688772; // four uniform numbers have a variance of 1/3
    return (uniform() + uniform() + uniform() + uniform() - 2) * scale;
}

bool Random::chance(double probability) {
    return uniform() < probability;
}

int Random::index(int count) {
    return int(uniform() * count);
}

} // namespace pleurascope::phantom
