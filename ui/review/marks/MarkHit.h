// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkKind.h"

#include <QTransform>

#include <optional>

namespace pleurascope::ui::review {

/// What of a mark lies under the pointer.
struct MarkHit {
    QString uid;
    int point = -1; ///< which of its points, or -1: its line

    /// The topmost mark of `frame` within reach of `position`, points before lines; `filmToView` and
    /// `position` in logical pixels.
    [[nodiscard]] static std::optional<MarkHit> at(QPointF position, const std::vector<Mark>& marks,
                                                   int frame, const QTransform& filmToView);
};

} // namespace pleurascope::ui::review
