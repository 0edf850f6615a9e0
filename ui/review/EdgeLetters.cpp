// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/EdgeLetters.h"

#include <algorithm>
#include <array>

namespace pleurascope::ui::review {

EdgeLetters EdgeLetters::of(const dicom::PatientDirections& directions, imaging::Orientation orientation) {
    const auto text = [](const std::string& letters) { return QString::fromStdString(letters); };
    // clockwise from the top, as stored
    std::array<QString, 4> edges{text(dicom::oppositeDirection(directions.column)), text(directions.row),
                                 text(directions.column), text(dicom::oppositeDirection(directions.row))};
    if (orientation.mirrored)
        std::swap(edges[1], edges[3]);
    std::rotate(edges.rbegin(), edges.rbegin() + orientation.quarterTurns, edges.rend());
    return {edges[3], edges[1], edges[0], edges[2]};
}

} // namespace pleurascope::ui::review
