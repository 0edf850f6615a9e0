// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/LineKinds.h"

#include <QLocale>

namespace pleurascope::ui::review {

namespace {

QPainterPath lines(const QPolygonF& points) {
    QPainterPath path;
    path.addPolygon(points);
    return path;
}

/// Each two points are a line of their own.
QPainterPath strokes(const QPolygonF& points) {
    QPainterPath path;
    for (qsizetype i = 0; i + 1 < points.size(); i += 2) {
        path.moveTo(points[i]);
        path.lineTo(points[i + 1]);
    }
    return path;
}

} // namespace

ToolWords LengthKind::words() const {
    return {QStringLiteral("length"), tr("Length"), tr("Length: drag along it, or click both ends"),
            QStringLiteral("ruler"),  Qt::Key_L,    QStringLiteral("length")};
}

QPainterPath LengthKind::path(const QPolygonF& points) const {
    return lines(points);
}

std::vector<MeasuredValue> LengthKind::values(const Mark& mark, const MeasuredFilm& film) const {
    if (mark.points.size() < 2)
        return {};
    const double length =
        imaging::distance(filmPoint(mark.points[0]), filmPoint(mark.points[1]), film.scale());
    return {{tr("Length"), length, film.lengthUnit(), 1}};
}

ToolWords PolylineKind::words() const {
    return {QStringLiteral("polyline"),
            tr("Polyline"),
            tr("Length along a bent line: click its points, double click or Enter ends"),
            QStringLiteral("polyline"),
            Qt::SHIFT | Qt::Key_L,
            QStringLiteral("length")};
}

QPainterPath PolylineKind::path(const QPolygonF& points) const {
    return lines(points);
}

std::vector<MeasuredValue> PolylineKind::values(const Mark& mark, const MeasuredFilm& film) const {
    if (mark.points.size() < 2)
        return {};
    return {{tr("Length"), imaging::pathLength(filmPoints(mark.points), film.scale()), film.lengthUnit(), 1}};
}

ToolWords AngleKind::words() const {
    return {QStringLiteral("angle"), tr("Angle"), tr("Angle: click an end, the vertex, the other end"),
            QStringLiteral("angle"), Qt::Key_G,   QStringLiteral("angle")};
}

QPainterPath AngleKind::path(const QPolygonF& points) const {
    return lines(points);
}

std::vector<MeasuredValue> AngleKind::values(const Mark& mark, const MeasuredFilm& film) const {
    if (mark.points.size() < 3)
        return {};
    const double angle = imaging::angleDegrees(filmPoint(mark.points[0]), filmPoint(mark.points[1]),
                                               filmPoint(mark.points[2]), film.scale());
    return {{tr("Angle"), angle, QStringLiteral("°"), 1}};
}

ToolWords CobbKind::words() const {
    return {
        QStringLiteral("cobb"), tr("Cobb angle"),      tr("Cobb angle: two lines, one along each end plate"),
        QStringLiteral("cobb"), Qt::SHIFT | Qt::Key_G, QStringLiteral("angle")};
}

QPainterPath CobbKind::path(const QPolygonF& points) const {
    QPainterPath path = strokes(points);
    if (points.size() == 4) { // which two lines belong together
        path.moveTo((points[0] + points[1]) / 2);
        path.lineTo((points[2] + points[3]) / 2);
    }
    return path;
}

std::vector<MeasuredValue> CobbKind::values(const Mark& mark, const MeasuredFilm& film) const {
    if (mark.points.size() < 4)
        return {};
    const double angle =
        imaging::cobbDegrees(filmPoint(mark.points[0]), filmPoint(mark.points[1]), filmPoint(mark.points[2]),
                             filmPoint(mark.points[3]), film.scale());
    return {{tr("Cobb angle"), angle, QStringLiteral("°"), 1}};
}

ToolWords CalibrationKind::words() const {
    return {QStringLiteral("calibration"),
            tr("Calibrate"),
            tr("Calibrate: draw along something whose length you know, and type it"),
            QStringLiteral("calibrate"),
            Qt::SHIFT | Qt::Key_C,
            QStringLiteral("length")};
}

QString CalibrationKind::askedWords() const {
    return tr("Length in mm");
}

QString CalibrationKind::acceptedWords(const QString& typed) const {
    QString number = typed.trimmed();
    number.remove(QStringLiteral("mm"), Qt::CaseInsensitive);
    bool isNumber = false;
    double known = QLocale().toDouble(number.trimmed(), &isNumber);
    if (!isNumber)
        known = number.trimmed().toDouble(&isNumber);
    const QString plain = QString::number(known, 'g', 12);
    return isNumber && MeasuredFilm::knownLength(plain) > 0 ? plain : QString();
}

QPainterPath CalibrationKind::path(const QPolygonF& points) const {
    return lines(points);
}

std::vector<MeasuredValue> CalibrationKind::values(const Mark& mark, const MeasuredFilm&) const {
    if (MeasuredFilm::knownLength(mark.words) <= 0)
        return {};
    return {{tr("Known length"), MeasuredFilm::knownLength(mark.words), tr("mm"), 1}};
}

QStringList CalibrationKind::label(const Mark& mark, const MeasuredFilm& film) const {
    const auto known = values(mark, film);
    return known.empty() ? QStringList() : QStringList(tr("Known: %1").arg(known.front().text()));
}

} // namespace pleurascope::ui::review
