// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/InputPlanes.h"

#include <array>
#include <vector>

namespace pleurascope::data {

/// What a film looks like, small: the middle 80% as 48 x 48 grey levels without their coarse shading (a
/// Gaussian of 1.5 samples taken away) and without their local contrast, so that neither exposure nor window
/// nor the size of the patient make two films alike, but ribs, clips and catheters do.
class LookPrint {
public:
    /// Pixels a side of the planes that a print is made of.
    static constexpr int planesSize = 240;

    /// `planes`: 0..255, planesSize a side; several channels are averaged.
    explicit LookPrint(const imaging::InputPlanes& planes);

    /// Largest normalised correlation, -1..1, of this print's middle 40 x 40 with the other's, moved by up to
    /// 4 samples (8% of the film) each way. Moves of two samples are tried first; only where one reaches 0.35
    /// are the others.
    [[nodiscard]] double likeness(const LookPrint& other) const;

private:
    static constexpr int size = 48;
    static constexpr int reach = 4;
    static constexpr int middle = size - 2 * reach;
    static constexpr int moves = 2 * reach + 1;

    [[nodiscard]] double correlation(const LookPrint& other, int right, int down) const;

    std::vector<float> m_values;                           ///< size x size
    std::vector<float> m_middle;                           ///< middle x middle, mean 0, length 1
    std::array<double, moves * moves> m_inverseDeviations; ///< of each moved middle of m_values
};

} // namespace pleurascope::data
