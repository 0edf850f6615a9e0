// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/DicomFile.h"

#include <cstddef>
#include <span>

namespace pleurascope::dicom {

/// What a DICOM object says about itself, with an image or without, readable or not: for files that readFilm
/// refuses. Attributes that are missing or broken stay empty. Errors: notRecognised, truncated, damaged,
/// limitExceeded, outOfMemory.
[[nodiscard]] core::Result<DicomHeader> readBareHeader(std::span<const std::byte> bytes);

/// Media Storage Directory (PS3.6 A), the class of a DICOMDIR.
constexpr const char* directoryClassUid = "1.2.840.10008.1.3.10";

} // namespace pleurascope::dicom
