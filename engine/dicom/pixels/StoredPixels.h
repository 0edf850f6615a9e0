// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/dicom/pixels/PixelsInFile.h"

#include <optional>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// A frame as it is stored: grey masked and sign-extended to Bits Stored, colour as RGB u8, or floating
/// point.
struct StoredPixels {
    core::PixelBuffer pixels;
    std::optional<PixelsInFile> inFile; ///< in place of `pixels`, where these were to stay there
    int bitsStored = 8;
    bool isSigned = false;
    int frames = 1; ///< that the file really has
    std::vector<std::string> warnings;
    bool isPartial = false; ///< the frame or a later one was not there whole

    [[nodiscard]] int width() const { return inFile ? inFile->width : pixels.width(); }
    [[nodiscard]] int height() const { return inFile ? inFile->height : pixels.height(); }
};

} // namespace pleurascope::dicom
