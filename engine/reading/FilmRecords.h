// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/presentation/PresentationState.h"
#include "engine/intake/Film.h"
#include "engine/store/PresentationRecords.h"
#include "engine/store/Records.h"

#include <string>

namespace pleurascope::reading {

/// The library's row for the study of a film. An image that is not DICOM has its file name as description.
[[nodiscard]] store::StudyRecord studyRecord(const intake::FilmHeader& header, bool demonstration);

/// The library's row for a film; looks at the file for its size, time and content. Errors: fileNotFound,
/// fileUnreadable.
[[nodiscard]] core::Result<store::FilmRecord> filmRecord(const intake::FilmHeader& header);

/// The library's row for a presentation state in `file`.
[[nodiscard]] store::PresentationRecord presentationRecord(const dicom::PresentationState& state,
                                                           const std::string& file);

} // namespace pleurascope::reading
