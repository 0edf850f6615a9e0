// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"
#include "ui/browse/StudyState.h"

#include <array>
#include <memory>
#include <unordered_set>
#include <vector>

namespace pleurascope::ui::browse {

/// The chips above the worklist.
enum class StudyFilter { all, flagged, unread, read, disputed, bin };
inline constexpr int studyFilterCount = int(StudyFilter::bin) + 1;

/// What a chip adds to a search.
[[nodiscard]] store::StudyFilter withChip(store::StudyFilter filter, StudyFilter chip);

/// What is asked of the library: which studies, and those whose rows are wanted at once.
struct ListingQuestion {
    store::StudyFilter filter; ///< with `order`, words and chip
    std::vector<std::int64_t> wanted;
};

/// The studies in the order in which they are shown, without what stands in their rows.
struct StudyListing {
    std::vector<std::int64_t> ids;
    std::array<int, store::triageGroupCount> groupSizes{}; ///< of a triage order
    std::unordered_set<std::int64_t> read;                 ///< of another order
    std::array<int, studyFilterCount> counts{};            ///< of the whole library, by chip
    bool demonstration = false;                            ///< nothing else is in the library
    std::vector<store::WorklistRow> rows;                  ///< the first ones, and those that were wanted
};

/// Blocks; any thread. Errors: the library's.
[[nodiscard]] core::Result<StudyListing> askForListing(store::Library& library,
                                                       const ListingQuestion& question);

} // namespace pleurascope::ui::browse
