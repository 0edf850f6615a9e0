// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"
#include "ui/browse/StudyState.h"

#include <array>
#include <optional>
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
    bool wantsCounts = true;   ///< of the whole library, which a search does not change
    std::vector<std::int64_t> wanted;
};

/// Of the whole library.
struct LibraryCounts {
    std::array<int, studyFilterCount> ofChips{};
    bool demonstration = false; ///< nothing else is in it
};

/// The studies in the order in which they are shown, without what stands in their rows.
struct StudyListing {
    std::vector<std::int64_t> ids;
    std::array<int, store::triageGroupCount> groupSizes{}; ///< of a triage order
    std::unordered_set<std::int64_t> read;                 ///< of another order
    std::optional<LibraryCounts> counts;                   ///< where they were wanted
    std::vector<store::WorklistRow> rows;                  ///< the first ones, and those that were wanted
};

/// Blocks; any thread. Errors: the library's.
[[nodiscard]] core::Result<StudyListing> askForListing(store::Library& library,
                                                       const ListingQuestion& question);

} // namespace pleurascope::ui::browse
