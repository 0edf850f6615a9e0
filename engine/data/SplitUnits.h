// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Split.h"

namespace pleurascope::data {

/// Films that stay on one side: a patient's, those that look the same, or a single one.
struct Unit {
    std::vector<int> samples;
    int label = 0; ///< the stratum
};

/// Units in order of their first film. One with any positive film is positive; else its first film's label
/// counts.
[[nodiscard]] std::vector<Unit> unitsOf(const Dataset& dataset, SplitUnit kind);

/// How many films of a unit have a label.
[[nodiscard]] int filmsWith(const Dataset& dataset, int label, const Unit& unit);

} // namespace pleurascope::data
