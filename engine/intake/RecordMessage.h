// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/directory/DicomDirectory.h"
#include "engine/dicom/elements/TagList.h"

#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::intake {

/// The reader's answers about a file's elements and a DICOMDIR's records, as text (JSON).
[[nodiscard]] std::string encodeTags(const std::vector<dicom::TagLine>& lines);
[[nodiscard]] std::string encodeDirectory(const dicom::DicomDirectory& directory);

/// As decodeHeader: every field is checked. A file name that would lead out of the DICOMDIR's folder is
/// nonsense, too.
[[nodiscard]] core::Result<std::vector<dicom::TagLine>> decodeTags(std::string_view text);
[[nodiscard]] core::Result<dicom::DicomDirectory> decodeDirectory(std::string_view text);

} // namespace pleurascope::intake
