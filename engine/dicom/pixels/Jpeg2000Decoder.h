// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/pixels/Fragments.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/RawFrame.h"

#include <string>
#include <vector>

namespace pleurascope::dicom {

/// Decodes one frame of JPEG 2000 or HTJ2K with OpenJPEG: 1, 3 or 4 components of 1 to 32 bits, signed or
/// not, chroma of fewer samples spread over its pixels. The codestream's size must be that of `format`; it is
/// checked before memory is taken. A codestream that was cut off is decoded as far as it goes, with a line in
/// `warnings`, unless its packet headers lie apart. Large whole frames take two threads. Boxes of a JP2 file
/// are passed over: the data set describes the colours. Errors: damaged, unsupportedFormat, limitExceeded.
[[nodiscard]] core::Result<RawFrame> decodeJpeg2000(const std::vector<FragmentSpan>& fragments,
                                                    const PixelFormat& format,
                                                    std::vector<std::string>& warnings);

} // namespace pleurascope::dicom
