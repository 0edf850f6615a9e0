// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/pixels/Fragments.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/RawFrame.h"

namespace pleurascope::dicom {

/// Decodes one frame of JPEG, lossy or lossless, with DCMTK's codecs, which are given a data set of this one
/// frame, as its codestream describes itself. Rows and columns must be those of `format`, and what they
/// announce must be possible in so few bytes: both are checked before memory is taken. Components come as
/// they were encoded: no colour is converted. Errors: damaged, unsupportedFormat, outOfMemory.
[[nodiscard]] core::Result<RawFrame> decodeJpeg(const std::vector<FragmentSpan>& fragments,
                                                const PixelFormat& format);

} // namespace pleurascope::dicom
