// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/PatientDirections.h"
#include "engine/imaging/Orientation.h"

#include <QString>

namespace pleurascope::ui::review {

/// Which sides of the patient lie at the edges of a film as it lies; empty where the file does not say.
struct EdgeLetters {
    QString left;
    QString right;
    QString top;
    QString bottom;

    [[nodiscard]] bool isEmpty() const { return *this == EdgeLetters{}; }
    [[nodiscard]] static EdgeLetters of(const dicom::PatientDirections& directions,
                                        imaging::Orientation orientation);

    friend bool operator==(const EdgeLetters&, const EdgeLetters&) = default;
};

} // namespace pleurascope::ui::review
