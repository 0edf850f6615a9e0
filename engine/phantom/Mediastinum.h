// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/Anatomy.h"
#include "engine/phantom/Canvas.h"

namespace pleurascope::phantom {

/// How far heart and great vessels fill the chest's depth at a place, 0 to 1.
[[nodiscard]] double mediastinalFilling(const Anatomy& anatomy, double u, double v, double pixel);

/// Takes the air in the trachea and the main bronchi out of `tissue`, and adds the wall of the aortic arch.
void addAirways(Canvas& tissue, const Anatomy& anatomy);

} // namespace pleurascope::phantom
