// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/presentation/PresentationState.h"

#include <span>

namespace pleurascope::dicom {

/// Reads a Grayscale Softcopy Presentation State (PS3.3 A.33.1). What breaks its own rules is left out with a
/// line in `assumptions`. First values of look-up tables are unsigned. Errors: notRecognised (another
/// object), unsupportedFormat (a presentation state of another kind, by name), truncated, damaged,
/// limitExceeded, outOfMemory. Hostile files are expected: run it in the isolated reader.
[[nodiscard]] core::Result<PresentationState> readPresentation(std::span<const std::byte> bytes);

} // namespace pleurascope::dicom
