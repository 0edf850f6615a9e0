// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/phantom/Canvas.h"
#include "engine/phantom/ChestPhantom.h"

namespace pleurascope::phantom {

/// What the X-ray tube and the detector make of the drawn tissue: the patient's slight rotation and place,
/// exposure and contrast, blur, quantum noise, the edges of the collimator and the lead marker. u16, 12 bits
/// used.
[[nodiscard]] core::PixelBuffer exposeFilm(const Canvas& tissue, const PhantomSpec& spec);

/// Writes 'R' in lead near the patient's right shoulder onto `film`, whose values are grey levels 0 to 1.
void addMarker(Canvas& film, std::uint32_t seed);

} // namespace pleurascope::phantom
