// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/Study.h"
#include "engine/phantom/PhantomSet.h"

#include <string>
#include <vector>

namespace pleurascope::phantom {

/// One film of a set: what it shows, of whom, and when it was taken.
struct PlannedFilm {
    int index = 0;
    bool effusion = false;
    std::uint32_t patientSeed = 0; ///< of the anatomy; a patient's studies share it
    dicom::Patient patient;
    dicom::Study study;
    std::string ageYears; ///< "67"
};

/// Who is on the films of a set. Patients are invented, and named so that nobody can take them for real ones.
/// About one in six has an earlier study, which follows the present one in the order of the set.
[[nodiscard]] std::vector<PlannedFilm> planFilms(const PhantomSetConfig& config);

} // namespace pleurascope::phantom
