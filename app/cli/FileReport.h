// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/directory/DicomDirectory.h"
#include "engine/intake/Film.h"

#include <optional>
#include <string>
#include <vector>

namespace pleurascope::cli {

/// What `inspect` learned of one file.
struct FileReport {
    std::string path;
    std::optional<intake::Film> film;
    intake::KnownHeader known;                                    ///< of what is no film
    std::optional<core::Result<dicom::DicomDirectory>> directory; ///< of a DICOMDIR
    std::optional<core::Error> refusal;                           ///< neither film nor DICOMDIR
};

/// One line of JSON whose keys are a contract with scripts: what is not known is null, of a refused file,
/// too.
[[nodiscard]] std::string jsonOf(const FileReport& report);

/// "dicom", "png", ...
[[nodiscard]] const char* formatName(intake::FileKind kind);

} // namespace pleurascope::cli
