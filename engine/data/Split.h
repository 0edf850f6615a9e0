// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"

namespace pleurascope::data {

enum class SplitUnit : std::uint8_t { patient, image };

struct SplitConfig {
    SplitUnit unit = SplitUnit::patient;
    double validation = 0.2; ///< share of the films, 0 < v < 1
    std::uint32_t seed = 44;
    /// Where not 0: validation is fold number `fold` (from 0) of this many, and `validation` counts for
    /// nothing.
    int folds = 0;
    int fold = 0;
};

/// Indices into Dataset::samples, each list ascending.
struct Split {
    std::vector<int> training;
    std::vector<int> validation;
};

/// Of every film, the number (from 0, by first film) of the unit that must stay together. By patient: films
/// of one patient, or of one look group, or linked by a chain of both. Always: the same path named twice.
[[nodiscard]] std::vector<int> splitUnits(const Dataset& dataset, SplitUnit unit);

/// Of every film, its fold 0 .. config.folds - 1. Stratified by label and seeded as splitDataset, by the same
/// units; each unit goes, largest first, where its label has the fewest films yet. Errors: invalidArgument
/// (fewer than two folds), emptyClass where a fold would lack a class (names class and fold).
[[nodiscard]] core::Result<std::vector<int>> foldsOf(const Dataset& dataset, const SplitConfig& config);

/// Stratified by label, seeded, the same on every machine (Shuffle). By patient: no patient and no look group
/// is on both sides; other films without an id are their own patient; a patient counts for the positive class
/// if any of its films does. Each label's films in validation come within one patient of the wish; a label
/// with two patients or more stands on both sides. A path named twice stays on one side. Errors: emptyClass
/// where a side would lack a class (names class and side), invalidArgument.
[[nodiscard]] core::Result<Split> splitDataset(const Dataset& dataset, const SplitConfig& config);

} // namespace pleurascope::data
