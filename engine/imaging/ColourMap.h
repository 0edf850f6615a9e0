// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace pleurascope::imaging {

struct Rgb {
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(const Rgb&, const Rgb&) = default;
};

/// The evidence map's colours: inferno from 0.40 to 0.85 resampled to 256 steps (perceptually even, L* 35 to
/// 80, safe for colour blindness). Index 0 is the weakest evidence.
[[nodiscard]] const std::array<Rgb, 256>& evidenceColours();

} // namespace pleurascope::imaging
