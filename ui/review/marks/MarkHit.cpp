// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/MarkHit.h"

#include "ui/review/marks/MarkPainter.h"
#include "ui/widgets/Theme.h"

#include <QLineF>

namespace pleurascope::ui::review {

namespace {

bool isOnLine(const QPainterPath& path, QPointF position, double reach) {
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    return stroker.createStroke(path).contains(position);
}

} // namespace

std::optional<MarkHit> MarkHit::at(QPointF position, const std::vector<Mark>& marks, int frame,
                                   const QTransform& filmToView) {
    const double reach = widgets::px(MarkPainter::reach);
    std::optional<MarkHit> line;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        const MarkKind* kind = markKind(mark->kind);
        if (kind == nullptr || mark->frame != frame)
            continue;
        for (int i = 0; i < mark->points.size() && !kind->isFreehand(); ++i)
            if (QLineF(filmToView.map(mark->points[i]), position).length() <= reach)
                return MarkHit{mark->uid, i};
        if (!line && isOnLine(filmToView.map(kind->path(mark->points)), position, reach * 0.75))
            line = MarkHit{mark->uid, -1};
    }
    return line;
}

} // namespace pleurascope::ui::review
