// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/presentation/PresentationState.h"

#include <filesystem>

namespace pleurascope::dicom {

/// A label as (0070,0080) wants it: letters in upper case, what is neither letter nor digit an underscore, 16
/// at most; "PLEURASCOPE" where nothing is left.
[[nodiscard]] std::string contentLabel(std::string_view words);

/// Writes a Grayscale Softcopy Presentation State (PS3.3 A.33.1), Explicit VR Little Endian with a zero
/// preamble, UTF-8. Study, series and instance UIDs and at least one image must be set. Corners of areas are
/// rounded outwards to whole pixels; without an area for all images the file would not be valid. The same
/// state gives the same bytes. Errors: invalidArgument (also for planes of its own, which are not written),
/// diskFull, writeFailed.
[[nodiscard]] core::Result<void> writePresentation(const std::filesystem::path& path,
                                                   const PresentationState& state);

} // namespace pleurascope::dicom
