// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/deidentification/Deidentifier.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdatset.h>

#include <span>

namespace pleurascope::dicom {

/// Blackens boxes in all frames: the pixels of `file`, decoded, are put into `dataset`, its parse, as native
/// ones. Black is the darkest value that a frame has. Errors: unsupportedFormat (neither grey of 8 or 16 bits
/// nor colour), limitExceeded (2 GiB), and those of readFilm.
[[nodiscard]] core::Result<void> maskPixels(DcmDataset& dataset, std::span<const std::byte> file,
                                            std::span<const PixelBox> boxes);

} // namespace pleurascope::dicom
