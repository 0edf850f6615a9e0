// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/data/AugmentationDraws.h"
#include "engine/data/AugmentationRecipe.h"

namespace pleurascope::data {

// The operations themselves (Augmentor/Operations.py), with Augmentor's draws in its order and its
// arithmetic, on u8 (H, W, 1) or (H, W, 3). Where its crop leaves no pixel, and it fails, the film comes back
// as it was.

[[nodiscard]] core::PixelBuffer perform(const Rotate&, const core::PixelBuffer&, AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const RotateWithoutCrop&, const core::PixelBuffer&,
                                        AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const RotateRightAngle&, const core::PixelBuffer&,
                                        AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const Shear&, const core::PixelBuffer&, AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const Skew&, const core::PixelBuffer&, AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const Zoom&, const core::PixelBuffer&, AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const ZoomRandom&, const core::PixelBuffer&, AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const Flip&, const core::PixelBuffer&, AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const RandomBrightness&, const core::PixelBuffer&,
                                        AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const RandomContrast&, const core::PixelBuffer&, AugmentationDraws&);
[[nodiscard]] core::PixelBuffer perform(const RandomDistortion&, const core::PixelBuffer&,
                                        AugmentationDraws&);

} // namespace pleurascope::data
