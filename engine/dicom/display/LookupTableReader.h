// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/AttributeReader.h"
#include "engine/imaging/Display.h"

#include <string>
#include <vector>

namespace pleurascope::dicom {

/// The look-up tables of a Modality, VOI or Presentation LUT Sequence (PS3.3 C.11.1.1, C.11.2.1.1, C.11.6.1),
/// in file order. The first value of a descriptor is signed as the table's input is, whatever VR it has. A
/// table without descriptor or with too few entries is left out with a line in `assumptions`.
[[nodiscard]] std::vector<imaging::LookupTable> readTables(AttributeReader& attributes,
                                                           const DcmTagKey& sequence, bool isInputSigned,
                                                           std::vector<std::string>& assumptions);

} // namespace pleurascope::dicom
