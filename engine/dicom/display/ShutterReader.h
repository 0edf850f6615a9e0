// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/AttributeReader.h"
#include "engine/imaging/Display.h"

#include <optional>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// The display shutter in `attributes` (PS3.3 C.7.6.11, C.7.6.15), which may be a frame's functional group;
/// the film has `rows` and `columns`. Shapes that are broken or would hide the whole film are left out with a
/// line in `assumptions`.
[[nodiscard]] std::optional<imaging::Shutter> readShutter(AttributeReader& attributes, int rows, int columns,
                                                          std::vector<std::string>& assumptions);

} // namespace pleurascope::dicom
