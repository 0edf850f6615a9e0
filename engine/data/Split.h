// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"

namespace pleurascope::data {

enum class SplitUnit : std::uint8_t { patient, image };

struct SplitConfig {
    SplitUnit unit = SplitUnit::patient;
    double validation = 0.2; ///< share of the films, 0 < v < 1
    std::uint32_t seed = 44;
};

/// Indices into Dataset::samples, each list ascending.
struct Split {
    std::vector<int> training;
    std::vector<int> validation;
};

/// Stratified by label, seeded, the same on every machine (Shuffle). By patient: no patient is on both sides;
/// films without an id are their own patient; a patient counts for the positive class if any of its films
/// does. Each label's films in validation come within one patient of the wish; a label with two patients or
/// more stands on both sides. A path named twice stays on one side. Errors: emptyClass where a side would
/// lack a class (names class and side), invalidArgument.
[[nodiscard]] core::Result<Split> splitDataset(const Dataset& dataset, const SplitConfig& config);

} // namespace pleurascope::data
