// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/display/MaskReader.h"
#include "engine/imaging/Display.h"

#include <functional>

namespace pleurascope::dicom {

/// Any frame of the file, counted from 0, with how it is shown.
using FrameSource = std::function<core::Result<imaging::Image>(int frame)>;

/// The frame less its mask (PS3.3 C.7.6.10), as imaging::difference gives it. `natural` is the first of the
/// mask's contrast frames; the others come from `frames`. Errors: those of reading a frame, and damaged where
/// frames are not as large as one another.
[[nodiscard]] core::Result<imaging::Image> subtracted(const imaging::Image& natural,
                                                      const MaskSubtraction& mask, const FrameSource& frames);

} // namespace pleurascope::dicom
