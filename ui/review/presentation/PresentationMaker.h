// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/presentation/PresentationState.h"

#include <QString>

namespace pleurascope::ui::review {

class FilmView;

/// The view as a presentation state: grey scale with the window on show, polarity, how the film lies and what
/// of it is seen, shutter and overlays as they are switched, marks with their labels as graphics and words,
/// and what a presentation state on show draws. `reader` made it, now. UIDs are new, the series is the
/// study's own for presentation states. Errors: invalidArgument for a film without DICOM identifiers or in
/// colour.
[[nodiscard]] core::Result<dicom::PresentationState>
presentationOf(const FilmView& view, const QString& description, const QString& reader);

} // namespace pleurascope::ui::review
