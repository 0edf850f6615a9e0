// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pleurascope::ui::review {

/// What was typed, "Rehm, Anna", as a DICOM person name, "Rehm^Anna" (PS3.5 6.2, PN).
[[nodiscard]] QString readerNameFrom(const QString& typed);
/// The other way round.
[[nodiscard]] QString typedReaderName(const QString& name);

} // namespace pleurascope::ui::review
