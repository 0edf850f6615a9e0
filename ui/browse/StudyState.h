// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"
#include "engine/store/StudyFilter.h"

namespace pleurascope::ui::browse {

/// Where a study stands on its way through the worklist.
enum class StudyState {
    arrived,  ///< nobody has looked, no model has
    scoring,  ///< the chosen model will come to it
    scored,   ///< below the threshold
    flagged,  ///< at or above the threshold
    unscored, ///< can be read, but the model refused it
    damaged,  ///< cannot be shown
    read,     ///< a reader agreed
    disputed  ///< a reader disagreed
};

using StudyGroup = store::TriageGroup;

/// What else the state depends on.
struct StateContext {
    bool modelChosen = false;
    bool cannotBeShown = false; ///< reading the film failed in this session
};

[[nodiscard]] StudyState stateOf(const store::WorklistRow& row, const StateContext& context);
[[nodiscard]] bool isRead(const store::WorklistRow& row);
/// A score that stands: a prediction that is not a refusal.
[[nodiscard]] bool hasScore(const store::WorklistRow& row);
[[nodiscard]] bool isFlagged(const store::WorklistRow& row);

} // namespace pleurascope::ui::browse
