// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/Anatomy.h"
#include "engine/phantom/Canvas.h"

namespace pleurascope::phantom {

/// The depth of air that the beam meets: both lungs, less heart and great vessels, less what lies below the
/// diaphragm, less effusion.
[[nodiscard]] Canvas airInLungs(const Anatomy& anatomy, const Canvas& tissue);

/// Adds vessels from the hila outwards, the hila, and the grain of the lung, all where there is air.
void addMarkings(Canvas& tissue, const Canvas& air, const Anatomy& anatomy);

} // namespace pleurascope::phantom
