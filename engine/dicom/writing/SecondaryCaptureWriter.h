// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/DicomFile.h"

#include <filesystem>

namespace pleurascope::dicom {

/// Writes grey (u8, u16) or RGB (u8) pixels as 'Secondary Capture Image Storage' (PS3.3 A.8), Explicit VR
/// Little Endian with a zero preamble, UTF-8: derived pictures, such as a film with a heatmap. Study, series
/// and instance UIDs must be set; the modality is the series', or OT. A spacing is written as Nominal Scanned
/// or calibrated Pixel Spacing. The same film gives the same bytes. Errors: invalidArgument, diskFull,
/// writeFailed.
[[nodiscard]] core::Result<void> writeSecondaryCapture(const std::filesystem::path& path,
                                                       const DicomFilm& film);

} // namespace pleurascope::dicom
