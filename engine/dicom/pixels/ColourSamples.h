// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/RawFrame.h"

namespace pleurascope::dicom {

/// A frame of three or four samples a pixel as RGB, (H, W, 3) u8: deeper samples scaled to 8 bits by Bits
/// Stored, YBR_FULL and YBR_PARTIAL converted as PS3.3 C.7.6.3.1.2 defines them, CMYK as complements without
/// profile, alpha left out. Pixels that are missing are black. Where samples are so already, the buffer
/// shares the frame's memory.
[[nodiscard]] core::PixelBuffer colourSamples(const RawFrame& frame, const PixelFormat& format);

} // namespace pleurascope::dicom
