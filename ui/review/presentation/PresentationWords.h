// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/presentation/PresentationState.h"
#include "engine/store/PresentationRecords.h"

#include <QString>

namespace pleurascope::ui::review {

/// What a presentation state is called where a reader chooses one.
class PresentationWords {
public:
    /// Its description, else its label.
    [[nodiscard]] static QString nameOf(const dicom::PresentationState& state);
    /// With who made it and when: "Effusion left, Rehm, 2026-11-28 10:15".
    [[nodiscard]] static QString lineOf(const store::PresentationRecord& record);
};

} // namespace pleurascope::ui::review
