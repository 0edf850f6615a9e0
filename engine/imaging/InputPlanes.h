// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"

#include <vector>

namespace pleurascope::imaging {

/// A film as a network wants it: `channels` planes (C, H, W) of size x size float32 values in 0..255, not yet
/// scaled. One channel stands for three equal ones.
struct InputPlanes {
    int size = 0;
    int channels = 1;
    std::vector<float> values;
};

/// renderDefault(), then resizeBilinear() to size x size (aspect is not kept, as in Keras'
/// image_dataset_from_directory).
[[nodiscard]] InputPlanes inputPlanes(const Image& image, int size);
/// The same of pixels that renderDefault() gave, u8.
[[nodiscard]] InputPlanes inputPlanes(const core::PixelBuffer& rendered, int size);

} // namespace pleurascope::imaging
