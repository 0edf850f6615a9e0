// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"
#include "engine/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace pleurascope::phantom {

/// A set of phantoms to write. With the same values the same files result, byte for byte.
struct PhantomSetConfig {
    std::filesystem::path output; ///< made if missing; existing files of the same names are replaced
    int count = 24;
    std::uint32_t seed = 1;
    int size = 512;
    double effusionShare = 0.5; ///< rounded to whole films
    bool dicom = false;
};

/// Writes `count` phantoms: as PNG (8 bits, rendered) in folders `effusion` and `nofinding` with `labels.csv`
/// (path,label,patient_id,view,age,sex), or as DX DICOM studies (valid Digital X-Ray Image - For Presentation
/// objects, one folder a patient, names such as DEMO^ANNA, dates, some patients with an earlier study,
/// MONOCHROME1 and 2), with the same labels.csv. Returns the films written, in order of their index
/// (labels.csv has the same order). Stopping leaves whole files only. Errors: invalidArgument, diskFull,
/// writeFailed.
[[nodiscard]] core::Result<std::vector<std::filesystem::path>>
writePhantomSet(const PhantomSetConfig& config, const core::ProgressObserver& progress, std::stop_token stop);

} // namespace pleurascope::phantom
