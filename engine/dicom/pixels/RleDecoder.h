// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/pixels/Fragments.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/RawFrame.h"

#include <string>
#include <vector>

namespace pleurascope::dicom {

/// Decodes one frame of RLE Lossless (PS3.5 G): a segment a byte of a sample, planes one after another; one
/// segment for the packed bits of a 1-bit frame. Segments that end early leave zeros, with a line in
/// `warnings`. Errors: damaged, unsupportedFormat.
[[nodiscard]] core::Result<RawFrame> decodeRle(const std::vector<FragmentSpan>& fragments,
                                               const PixelFormat& format, std::vector<std::string>& warnings);

} // namespace pleurascope::dicom
