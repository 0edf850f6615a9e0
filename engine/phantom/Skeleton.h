// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/Anatomy.h"
#include "engine/phantom/Canvas.h"

namespace pleurascope::phantom {

/// Ten ribs a side: bright at the back, falling outwards, faint at the front, falling inwards.
void addRibs(Canvas& tissue, const Anatomy& anatomy);
/// Clavicles, shoulder blades, upper arms.
void addShoulderGirdle(Canvas& tissue, const Anatomy& anatomy);
/// Vertebral bodies with their end plates, pedicles and spinous processes.
void addSpine(Canvas& tissue, const Anatomy& anatomy);

} // namespace pleurascope::phantom
