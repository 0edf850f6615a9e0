// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/pixels/Fragments.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/RawFrame.h"

namespace pleurascope::dicom {

/// Decodes one frame of JPEG-LS, lossless or not, of 2 to 16 bits with CharLS (DCMTK's own copy of it lacks
/// depths and interleavings). Rows and columns must be those of `format`, and what they announce possible in
/// so few bytes: both are checked before memory is taken. Components come as they were encoded, YBR where the
/// data set says so. Errors: damaged, unsupportedFormat.
[[nodiscard]] core::Result<RawFrame> decodeJpegLs(const std::vector<FragmentSpan>& fragments,
                                                  const PixelFormat& format);

} // namespace pleurascope::dicom
