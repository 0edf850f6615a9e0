// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"
#include "engine/data/LookPrint.h"

namespace pleurascope::data {

/// Likeness from which two films count as near-duplicates. On 600 films of NIH ChestX-ray14 one pair is
/// plainly the same patient at one visit, and far above every other (figures: engine/training/README.md).
/// Films of one patient months apart are not found by look.
inline constexpr double lookAlike = 0.68;

/// Puts films that look alike into one look group ("look-1", ...), by chains of pairs; those that stand in a
/// group already keep none of it. Two films with known patient ids are never paired: their ids decide.
/// `prints`: one a sample.
void groupLookAlikes(Dataset& dataset, const std::vector<LookPrint>& prints, double threshold = lookAlike);

} // namespace pleurascope::data
