// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace pleurascope::phantom {

/// Smooth irregular values between -1 and 1 (value noise on a lattice, cubic blend), the same on every
/// machine.
class Texture {
public:
    explicit Texture(std::uint32_t seed)
        : m_seed(seed) {}
    /// `frequency` lattice cells to one unit of a coordinate.
    [[nodiscard]] double at(double u, double v, double frequency) const;

private:
    [[nodiscard]] double corner(std::int64_t x, std::int64_t y) const;
    std::uint32_t m_seed;
};

} // namespace pleurascope::phantom
