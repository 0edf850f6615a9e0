// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/presentation/PresentationState.h"

#include <functional>

namespace pleurascope::dicom {

/// Calls `take` for each item of a sequence, a thousand at most; a line in `assumptions` where there are
/// more.
void forEachItem(AttributeReader& attributes, const DcmTagKey& sequence,
                 std::vector<std::string>& assumptions, const std::function<void(AttributeReader&)>& take);

/// The Referenced Image Sequence (PS3.3 10.3). Images without a UID are left out.
[[nodiscard]] ImageReferences readReferences(AttributeReader& attributes,
                                             std::vector<std::string>& assumptions);

/// The Graphic Annotation and Graphic Layer modules (PS3.3 C.10.5, C.10.7) and what overlays are activated
/// (C.11.7). Layers are sorted by their order. What has no points or words is left out with a line in
/// `assumptions`.
void readGraphics(AttributeReader& attributes, PresentationState& state);

} // namespace pleurascope::dicom
