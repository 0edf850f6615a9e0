// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/MeasuredFilm.h"

#include <QDateTime>
#include <QLocale>

namespace pleurascope::ui::review {

using imaging::LengthUnit;

MeasuredFilm::MeasuredFilm(std::shared_ptr<const intake::Film> film, const std::vector<Mark>& marks)
    : m_film(std::move(film)) {
    takeFileSpacing();
    takeCalibration(marks);
}

void MeasuredFilm::takeFileSpacing() {
    const dicom::PixelSpacing& spacing = m_film->header.instance.spacing;
    m_source = tr("No spacing");
    m_scale = {1, m_film->image.display.pixelAspect, LengthUnit::pixels};
    if (spacing.source == dicom::SpacingSource::none || !(spacing.row > 0) || !(spacing.column > 0))
        return;
    const bool calibrated = spacing.source == dicom::SpacingSource::calibrated;
    m_scale = {spacing.column, spacing.row, calibrated ? LengthUnit::calibrated : LengthUnit::atDetector};
    const QString millimetres = QLocale().toString(spacing.row, 'f', 3);
    m_source =
        calibrated ? tr("%1 mm, calibrated").arg(millimetres) : tr("%1 mm, at detector").arg(millimetres);
}

void MeasuredFilm::takeCalibration(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
        const double known = knownLength(mark.words);
        if (mark.kind != QLatin1String("calibration") || mark.points.size() < 2 || known <= 0)
            continue;
        const double aspect = m_film->image.display.pixelAspect;
        const double drawn = imaging::distance({mark.points[0].x(), mark.points[0].y()},
                                               {mark.points[1].x(), mark.points[1].y()}, {1, aspect, {}});
        if (!(drawn > 0))
            continue;
        m_scale = {known / drawn, known / drawn * aspect, LengthUnit::calibrated};
        m_byHand = true;
        const QDateTime made = QDateTime::fromString(mark.madeAt, Qt::ISODate).toLocalTime();
        const QString when = made.isValid() ? QLocale().toString(made, QLocale::ShortFormat) : tr("just now");
        const QString size = QLocale().toString(m_scale.x, 'f', 3);
        m_source = mark.reader.isEmpty() ? tr("%1 mm, calibrated by hand, %2").arg(size, when)
                                         : tr("%1 mm, calibrated by %2, %3").arg(size, mark.reader, when);
    }
}

double MeasuredFilm::knownLength(const QString& words) {
    bool isNumber = false;
    const double known = words.toDouble(&isNumber); // kept without a locale
    return isNumber && known >= shortestKnown && known <= longestKnown ? known : 0;
}

QString MeasuredFilm::lengthUnit() const {
    switch (m_scale.unit) {
    case LengthUnit::atDetector:
        return tr("mm at detector");
    case LengthUnit::calibrated:
        return tr("mm");
    case LengthUnit::pixels:
        break;
    }
    return tr("px");
}

QString MeasuredFilm::areaUnit() const {
    switch (m_scale.unit) {
    case LengthUnit::atDetector:
        return tr("mm² at detector");
    case LengthUnit::calibrated:
        return tr("mm²");
    case LengthUnit::pixels:
        break;
    }
    return tr("px²");
}

} // namespace pleurascope::ui::review
