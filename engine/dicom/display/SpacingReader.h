// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/Study.h"
#include "engine/dicom/elements/AttributeReader.h"

#include <string_view>

namespace pleurascope::dicom {

/// Millimetres a pixel and what they mean (PS3.3 10.7.1.3): Pixel Spacing in a projection only where it was
/// calibrated, Imager Pixel Spacing at the detector unless Estimated Radiographic Magnification Factor brings
/// it to the patient, Pixel Spacing or Pixel Measures in a tomogram, an ultrasound region's deltas where all
/// regions agree. None where nothing gives a right to millimetres.
[[nodiscard]] PixelSpacing readSpacing(AttributeReader& attributes, std::string_view modality);

/// Height of a pixel by its width, from whatever spacing is there, else Pixel Aspect Ratio (PS3.3
/// C.7.6.3.1.7); 1 where neither is usable.
[[nodiscard]] double readPixelAspect(AttributeReader& attributes);

} // namespace pleurascope::dicom
