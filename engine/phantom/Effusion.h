// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/Anatomy.h"

namespace pleurascope::phantom {

/// Fluid in one pleural space of a patient who stands: it fills the costophrenic angle first, climbs at the
/// ribs (the meniscus; a little also at the mediastinum) and thins out upwards, until the whole side is
/// white.
class Effusion {
public:
    Effusion(const Anatomy& anatomy, Side side);
    /// The part of the lung's depth that fluid takes at a place, 0 to 1.
    [[nodiscard]] double filling(double lateral, double v) const;

private:
    const Anatomy& m_anatomy;
    Side m_side;
    double m_amount;
    double m_level;  ///< v of the surface between its two climbs
    double m_climb;  ///< by how much it is higher at the ribs
    double m_medial; ///< and at the mediastinum
    double m_haze;   ///< height over which the fluid thins out
};

} // namespace pleurascope::phantom
