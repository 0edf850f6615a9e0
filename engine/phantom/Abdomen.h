// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/Anatomy.h"
#include "engine/phantom/Canvas.h"

namespace pleurascope::phantom {

/// Takes gas out of `tissue` below the left dome (the stomach) and in the bowel, each time elsewhere.
void addGas(Canvas& tissue, const Anatomy& anatomy);

} // namespace pleurascope::phantom
