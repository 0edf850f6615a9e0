// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkKind.h"

#include <QString>

namespace pleurascope::ui::review {

/// The marks of a film as a CSV file (RFC 4180, UTF-8, decimal points): a line each value, with the frame,
/// the kind, the name of the value, number, unit, where the scale comes from, words, points "x y x y", reader
/// and time. A mark without values has one line. The film is named by its SOP Instance UID, or by `fileName`
/// where it has none.
[[nodiscard]] QString marksAsCsv(const std::vector<Mark>& marks, const MeasuredFilm& film,
                                 const QString& fileName);

} // namespace pleurascope::ui::review
