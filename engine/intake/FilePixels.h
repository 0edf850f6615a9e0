// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Descriptor.h"
#include "engine/core/Result.h"
#include "engine/dicom/pixels/PixelsInFile.h"

namespace pleurascope::intake {

/// Reads pixels that the reader left in their file, and masks them. They are copied, not mapped: a file that
/// is changed, cut short or unplugged later must neither change the film nor end this process. Errors:
/// truncated (they are not in the file), fileUnreadable, outOfMemory.
[[nodiscard]] core::Result<core::PixelBuffer> readPixels(const core::Descriptor& file,
                                                         const dicom::PixelsInFile& place);

} // namespace pleurascope::intake
