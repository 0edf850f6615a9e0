// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/Mark.h"

#include <QUuid>

namespace pleurascope::ui::review {

Mark Mark::of(const store::AnnotationRecord& record) {
    Mark mark;
    mark.uid = QString::fromStdString(record.uid);
    mark.kind = QString::fromStdString(record.kind);
    mark.frame = record.frame;
    for (std::size_t i = 0; i + 1 < record.points.size(); i += 2)
        mark.points << QPointF(record.points[i], record.points[i + 1]);
    mark.words = QString::fromStdString(record.words);
    mark.reader = QString::fromStdString(record.reader);
    mark.madeAt = QString::fromStdString(record.madeAt);
    return mark;
}

store::AnnotationRecord Mark::record(qint64 filmId, bool removed) const {
    store::AnnotationRecord record;
    record.filmId = filmId;
    record.uid = uid.toStdString();
    record.kind = kind.toStdString();
    record.frame = frame;
    for (const QPointF& point : points)
        record.points.insert(record.points.end(), {point.x(), point.y()});
    record.words = words.toStdString();
    record.reader = reader.toStdString();
    record.removed = removed;
    return record;
}

QString Mark::newUid() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace pleurascope::ui::review
