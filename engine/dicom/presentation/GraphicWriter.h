// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/presentation/PresentationState.h"
#include "engine/dicom/writing/DataSetBuilder.h"

namespace pleurascope::dicom {

/// The Referenced Image Sequence (PS3.3 10.3).
void putReferences(DataSetBuilder& builder, const ImageReferences& references);

/// The Graphic Annotation and Graphic Layer modules (PS3.3 C.10.5, C.10.7) and what overlays are activated
/// (C.11.7). Graphics have at most 32767 points.
void putGraphics(DataSetBuilder& builder, const PresentationState& state);

} // namespace pleurascope::dicom
