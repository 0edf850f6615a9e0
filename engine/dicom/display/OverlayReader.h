// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/AttributeReader.h"
#include "engine/imaging/Display.h"

#include <string>
#include <vector>

namespace pleurascope::dicom {

/// The overlay planes of groups 6000 to 601E as they lie over one frame, counted from 0 (PS3.3 C.9.2, C.9.3;
/// embedded in unused bits of native pixel data, as before 2004, too). Data that ends early keeps its whole
/// rows. What cannot be shown is left out with a line in `assumptions`, and the rest stays.
[[nodiscard]] std::vector<imaging::Overlay> readOverlays(AttributeReader& attributes, int frame,
                                                         std::vector<std::string>& assumptions);

} // namespace pleurascope::dicom
