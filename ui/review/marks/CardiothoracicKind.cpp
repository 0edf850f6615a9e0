// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/CardiothoracicKind.h"

namespace pleurascope::ui::review {

namespace {

constexpr qsizetype allPoints = 6;

bool enlargesTheHeart(const intake::FilmHeader& header) {
    const QString view = QString::fromStdString(header.instance.viewPosition).toUpper();
    const QString words = QString::fromStdString(header.series.description + ' ' + header.study.description);
    return view == QLatin1String("AP") || words.contains(QLatin1String("supine"), Qt::CaseInsensitive) ||
           words.contains(QLatin1String("bedside"), Qt::CaseInsensitive) ||
           words.contains(QLatin1String("portable"), Qt::CaseInsensitive);
}

} // namespace

ToolWords CardiothoracicKind::words() const {
    return {
        QStringLiteral("ctr"), tr("Cardiothoracic ratio"),
        tr("Cardiothoracic ratio: a stroke across the heart, one across the thorax; tilt the midline by its "
           "ends"),
        QStringLiteral("ctr"), Qt::Key_T};
}

QPolygonF CardiothoracicKind::completed(const QPolygonF& points) const {
    if (points.size() != 4)
        return points;
    const QPointF across = points[3] - points[2];
    const QPointF middle = (points[2] + points[3]) / 2;
    const QPointF along = QPointF(-across.y(), across.x()) * 0.45;
    const QPointF down = along.y() < 0 ? -along : along;
    QPolygonF all = points;
    return all << middle - down << middle + down * 0.4;
}

QPainterPath CardiothoracicKind::path(const QPolygonF& points) const {
    QPainterPath path;
    for (qsizetype i = 0; i + 1 < points.size(); i += 2) {
        path.moveTo(points[i]);
        path.lineTo(points[i + 1]);
    }
    return path;
}

std::vector<MeasuredValue> CardiothoracicKind::values(const Mark& mark, const MeasuredFilm& film) const {
    if (mark.points.size() != allPoints)
        return {};
    const auto at = [&](qsizetype i) { return filmPoint(mark.points[i]); };
    const auto ratio =
        imaging::cardiothoracicRatio({{at(0), at(1)}, {at(2), at(3)}, {at(4), at(5)}}, film.scale());
    if (ratio.ratio <= 0)
        return {};
    return {{tr("CTR"), ratio.ratio, {}, 2},
            {tr("Heart"), ratio.heartWidth, film.lengthUnit(), 1},
            {tr("Thorax"), ratio.thoraxWidth, film.lengthUnit(), 1}};
}

QStringList CardiothoracicKind::label(const Mark& mark, const MeasuredFilm& film) const {
    const auto all = values(mark, film);
    if (all.empty())
        return {};
    QStringList lines{tr("CTR %1").arg(all[0].numberText()), tr("Heart %1").arg(all[1].text()),
                      tr("Thorax %1").arg(all[2].text())};
    if (film.film() != nullptr && enlargesTheHeart(film.film()->header))
        lines << tr("AP or supine: the heart looks larger");
    return lines;
}

} // namespace pleurascope::ui::review
