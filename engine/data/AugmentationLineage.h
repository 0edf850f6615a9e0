// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/AugmentedSet.h"

#include <span>

namespace pleurascope::data {

/// Where a training item comes from.
struct ItemLineage {
    TrainingItem item;
    std::string sourceSha256; ///< of the film's file
    std::string identity;     ///< itemIdentity()
};

/// A hash that names the pixels of an item without making them: the film's own for copy 0, else the SHA-256
/// of film, recipe, seed and copy. Equal identities mean equal pixels, so kept features may go by it.
[[nodiscard]] std::string itemIdentity(std::string_view filmSha256, const AugmentationPlan& plan,
                                       std::uint32_t copy);

/// `filmSha256`: one a film of the dataset, empty for films that were not read.
[[nodiscard]] std::vector<ItemLineage> lineageOf(std::span<const TrainingItem> items,
                                                 const AugmentationPlan& plan,
                                                 std::span<const std::string> filmSha256);

/// That no item was made of a file which, under whatever name, is also validated on. Errors: invalidArgument,
/// naming both films.
[[nodiscard]] core::Result<void> checkLineage(const Dataset& dataset, const Split& split,
                                              std::span<const ItemLineage> lineage,
                                              std::span<const std::string> filmSha256);

/// A CSV (RFC 4180) with `identity,source_sha256,path,copy`, one line an item; where validation leaks each
/// line also says so, in `validation_leaks`.
[[nodiscard]] std::string lineageCsv(const Dataset& dataset, std::span<const ItemLineage> lineage,
                                     bool validationLeaks = false);

} // namespace pleurascope::data
