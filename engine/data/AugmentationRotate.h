// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Crop.h"

namespace pleurascope::data {

/// What Augmentor's `rotate` keeps of a picture turned by `degrees` on a grown canvas. Its source divides by
/// 1 and subtracts where E / (1 - tan^2) was meant, so the box is smaller than the largest one and not of the
/// picture's shape. Empty for long pictures at large angles.
[[nodiscard]] imaging::Box rotationCrop(int degrees, int canvasWidth, int canvasHeight);

} // namespace pleurascope::data
