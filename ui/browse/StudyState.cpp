// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyState.h"

#include "ui/widgets/ErrorText.h"

namespace pleurascope::ui::browse {

namespace {

/// Refusals that come from the file itself: the film cannot be shown either.
bool isUnreadable(const std::string& refusal) {
    switch (widgets::errorCodeOf(QString::fromStdString(refusal))) {
    case core::ErrorCode::fileNotFound:
    case core::ErrorCode::fileUnreadable:
    case core::ErrorCode::notRecognised:
    case core::ErrorCode::truncated:
    case core::ErrorCode::damaged:
    case core::ErrorCode::noPixels:
    case core::ErrorCode::unsupportedFormat:
    case core::ErrorCode::limitExceeded:
    case core::ErrorCode::timedOut:
    case core::ErrorCode::readerCrashed:
        return true;
    default:
        return false;
    }
}

} // namespace

StudyState stateOf(const store::WorklistRow& row, const StateContext& context) {
    if (row.verdict)
        return row.verdict->choice == store::VerdictChoice::agree ? StudyState::read : StudyState::disputed;
    if (context.cannotBeShown)
        return StudyState::damaged;
    if (!row.prediction)
        return context.modelChosen ? StudyState::scoring : StudyState::arrived;
    if (!row.prediction->isScored())
        return isUnreadable(row.prediction->refusal) ? StudyState::damaged : StudyState::unscored;
    return isFlagged(row) ? StudyState::flagged : StudyState::scored;
}

bool isRead(const store::WorklistRow& row) {
    return row.verdict.has_value();
}

bool hasScore(const store::WorklistRow& row) {
    return row.prediction && row.prediction->isScored();
}

bool isFlagged(const store::WorklistRow& row) {
    return row.prediction && row.prediction->isFlagged();
}

} // namespace pleurascope::ui::browse
