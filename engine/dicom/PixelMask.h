// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/Deidentifier.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdatset.h>

#include <span>

namespace pleurascope::dicom {

/// Blackens boxes in all frames of a data set; encapsulated pixel data become native. Grey and RGB pixels of
/// 8 and 16 bits. Errors: unsupportedFormat.
[[nodiscard]] core::Result<void> maskPixels(DcmDataset& dataset, std::span<const PixelBox> boxes);

} // namespace pleurascope::dicom
