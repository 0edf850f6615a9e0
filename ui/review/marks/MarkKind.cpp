// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/MarkKind.h"

#include "ui/review/marks/CardiothoracicKind.h"
#include "ui/review/marks/LineKinds.h"
#include "ui/review/marks/NoteKinds.h"
#include "ui/review/marks/RegionKinds.h"

#include <QLocale>

namespace pleurascope::ui::review {

QString MeasuredValue::numberText() const {
    return QLocale().toString(number, 'f', decimals);
}

QString MeasuredValue::text() const {
    return unit.isEmpty() ? numberText() : numberText() + QLatin1Char(' ') + unit;
}

std::vector<MeasuredValue> MarkKind::values(const Mark&, const MeasuredFilm&) const {
    return {};
}

QStringList MarkKind::label(const Mark& mark, const MeasuredFilm& film) const {
    QStringList lines;
    for (const MeasuredValue& value : values(mark, film))
        lines << value.text();
    return lines;
}

std::vector<imaging::FilmPoint> filmPoints(const QPolygonF& points) {
    std::vector<imaging::FilmPoint> result;
    for (const QPointF& point : points)
        result.push_back(filmPoint(point));
    return result;
}

const std::vector<std::unique_ptr<MarkKind>>& markKinds() {
    static const auto kinds = [] {
        std::vector<std::unique_ptr<MarkKind>> all;
        all.push_back(std::make_unique<LengthKind>());
        all.push_back(std::make_unique<PolylineKind>());
        all.push_back(std::make_unique<AngleKind>());
        all.push_back(std::make_unique<CobbKind>());
        all.push_back(std::make_unique<CardiothoracicKind>());
        all.push_back(std::make_unique<EllipseKind>());
        all.push_back(std::make_unique<RectangleKind>());
        all.push_back(std::make_unique<PolygonKind>());
        all.push_back(std::make_unique<FreehandKind>());
        all.push_back(std::make_unique<ArrowKind>());
        all.push_back(std::make_unique<TextKind>());
        all.push_back(std::make_unique<CalibrationKind>());
        return all;
    }();
    return kinds;
}

const MarkKind* markKind(const QString& id) {
    for (const auto& kind : markKinds())
        if (kind->words().id == id)
            return kind.get();
    return nullptr;
}

} // namespace pleurascope::ui::review
