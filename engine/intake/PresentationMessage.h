// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/presentation/PresentationState.h"

#include <string>
#include <string_view>

namespace pleurascope::intake {

/// The reader's answer about a presentation state, as text (JSON).
[[nodiscard]] std::string encodePresentation(const dicom::PresentationState& state);

/// As decodeHeader: every field is checked.
[[nodiscard]] core::Result<dicom::PresentationState> decodePresentation(std::string_view text);

} // namespace pleurascope::intake
