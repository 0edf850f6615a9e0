// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <QPolygonF>
#include <QString>

namespace pleurascope::ui::review {

/// What a reader drew on a film: a kind (MarkKind::id), points in film coordinates and, for some kinds,
/// words. A plain value; MarkList holds those of the film on show, the library keeps them all.
struct Mark {
    QString uid;
    QString kind;
    int frame = 0;
    QPolygonF points;
    QString words;
    QString reader;
    QString madeAt; ///< UTC ISO 8601; empty until the library has it

    friend bool operator==(const Mark&, const Mark&) = default;

    [[nodiscard]] static Mark of(const store::AnnotationRecord& record);
    [[nodiscard]] store::AnnotationRecord record(qint64 filmId, bool removed) const;
    /// A name that no other mark has.
    [[nodiscard]] static QString newUid();
};

} // namespace pleurascope::ui::review
