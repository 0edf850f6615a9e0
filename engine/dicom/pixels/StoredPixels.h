// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <string>
#include <vector>

namespace pleurascope::dicom {

/// A frame as it is stored: grey masked and sign-extended to Bits Stored, colour as RGB u8, or floating
/// point.
struct StoredPixels {
    core::PixelBuffer pixels;
    int bitsStored = 8;
    bool isSigned = false;
    int frames = 1; ///< that the file really has
    std::vector<std::string> warnings;
    bool isPartial = false; ///< the frame or a later one was not there whole
};

} // namespace pleurascope::dicom
