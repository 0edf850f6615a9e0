// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/DicomFile.h"
#include "engine/dicom/elements/AttributeReader.h"

namespace pleurascope::dicom {

/// Patient, study, series and instance from a data set; assumptions are added to. The transfer syntax is not
/// in there and is left to the caller.
[[nodiscard]] DicomHeader readHeaderAttributes(AttributeReader& attributes);

} // namespace pleurascope::dicom
