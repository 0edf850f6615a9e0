// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/Anatomy.h"
#include "engine/phantom/Canvas.h"

namespace pleurascope::phantom {

/// Adds the soft tissue of neck, shoulders, trunk, arms and breasts to `tissue`, lungs not yet taken out.
void addBody(Canvas& tissue, const Anatomy& anatomy);

} // namespace pleurascope::phantom
