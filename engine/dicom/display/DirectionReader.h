// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/PatientDirections.h"
#include "engine/dicom/elements/AttributeReader.h"

namespace pleurascope::dicom {

/// How one frame, counted from 0, lies in the patient: by Patient Orientation (0020,0020), of enhanced
/// objects the frame's own, else by Image Orientation (Patient) (0020,0037). Nothing where neither makes
/// sense, and for animals, whose letters mean other things (PS3.3 C.7.6.1.1.1).
[[nodiscard]] PatientDirections readDirections(AttributeReader& attributes, int frame);

} // namespace pleurascope::dicom
