// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace pleurascope::phantom {

/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014). `stream` keeps
/// the draws of one part apart from those of another, so that a change to one does not move the other.
class Random {
public:
    Random(std::uint32_t seed, std::uint32_t stream);

    [[nodiscard]] std::uint64_t next();
    /// In [0, 1).
    [[nodiscard]] double uniform();
    [[nodiscard]] double uniform(double low, double high);
    /// Mean 0, standard deviation 1, never beyond 3.5: a sum of four uniform numbers.
    [[nodiscard]] double normal();
    [[nodiscard]] bool chance(double probability);
    /// In [0, count).
    [[nodiscard]] int index(int count);

private:
    std::uint64_t m_state;
};

/// The bits of SplitMix64 for one state: a good hash of `value`.
[[nodiscard]] std::uint64_t mixed(std::uint64_t value);

} // namespace pleurascope::phantom
