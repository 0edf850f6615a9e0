// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/ChestPhantom.h"

#include <array>

namespace pleurascope::phantom {

/// The patient's sides. The right one is at the left of the picture: u = sign(side) * lateral.
enum Side : std::size_t { rightSide = 0, leftSide = 1 };
inline constexpr std::array<Side, 2> bothSides{rightSide, leftSide};
[[nodiscard]] constexpr double sign(Side side) {
    return side == rightSide ? -1.0 : 1.0;
}

/// One lung's measures.
struct LungMeasures {
    double dome = 0;  ///< v of the top of the diaphragm
    double angle = 0; ///< v of the costophrenic angle
    double fluid = 0; ///< amount of effusion, 0 to 1
};

/// The measures of one drawn chest, in film coordinates, and what follows from them. Lateral means
/// the distance from the midline. Soft tissue of the depth of the whole chest attenuates by 1.
struct Anatomy {
    explicit Anatomy(const PhantomSpec& spec);

    std::uint32_t seed = 0;
    double apex = 0;      ///< v of the tops of the lungs
    double cageWidth = 0; ///< half width inside the ribs, at the widest
    double wall = 0;      ///< thickness of the chest wall at the side
    double heartSize = 1;
    double mediastinalShift = 0; ///< u by which heart and trachea are pushed
    double aeration = 0.66;      ///< depth of air in the lungs, as part of the chest's depth
    double breast = 0;           ///< depth of the breasts, 0: none to be seen
    bool armsLow = true;
    std::array<LungMeasures, 2> lungs;

    /// Half width inside the ribs at a height.
    [[nodiscard]] double cage(double v) const;
    /// Half width of the skin, arms left out.
    [[nodiscard]] double skin(double v) const;
    /// Depth of the body in the middle.
    [[nodiscard]] double depth(double v) const;
    /// v of the diaphragm at a lateral distance.
    [[nodiscard]] double diaphragm(Side side, double lateral) const;
    /// Lateral distance of the edge of heart and vessels, before the shift.
    [[nodiscard]] double mediastinum(Side side, double v) const;
    /// Where a lateral distance lies between the heart and the ribs: 0 to 1.
    [[nodiscard]] double acrossLung(Side side, double lateral) const;

private:
    void drawLungs(const PhantomSpec& spec);
};

} // namespace pleurascope::phantom
