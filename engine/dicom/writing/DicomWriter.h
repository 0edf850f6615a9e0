// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/DicomFile.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pleurascope::dicom {

/// A UID below 2.25 (PS3.5 B.2) that depends on `seed` alone: the same seed gives the same UID on every
/// machine.
[[nodiscard]] std::string uidFromSeed(std::string_view seed);

/// Writes a grey film (u8 or u16) as 'Digital X-Ray Image Storage - For Presentation' (PS3.3 A.26), Explicit
/// VR Little Endian with a zero preamble, UTF-8. Study, series and instance UIDs must be set; the view is PA
/// or AP; class and transfer syntax UIDs, rows, columns and photometric interpretation of `film.instance` are
/// not read: pixels and display decide. The spacing must be set (Imager Pixel Spacing is of type 1); modality
/// values are the stored ones (no rescale). Without a VOI window the automatic one is written. The same film
/// gives the same bytes. Errors: invalidArgument, diskFull, writeFailed.
[[nodiscard]] core::Result<void> writeFilm(const std::filesystem::path& path, const DicomFilm& film);

} // namespace pleurascope::dicom
