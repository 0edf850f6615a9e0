// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/CornerNotes.h"

#include <QDate>
#include <QLocale>
#include <QTime>

#include <cmath>

namespace pleurascope::ui::review {

namespace {

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

void addLine(QStringList& lines, const QString& line) {
    if (!line.isEmpty())
        lines << line;
}

QString joined(const QStringList& parts, const QString& separator) {
    QStringList kept = parts;
    kept.removeAll(QString());
    return kept.join(separator);
}

} // namespace

CornerNotes CornerNotes::of(const intake::FilmHeader& header, int index, int count) {
    CornerNotes notes;
    if (header.kind == intake::FileKind::dicom) {
        addLine(notes.topLeft, text(header.patient.name));
        addLine(notes.topLeft, text(header.patient.ideographic.empty() ? header.patient.phonetic
                                                                       : header.patient.ideographic));
        addLine(notes.topLeft, text(header.patient.id));
        addLine(notes.topLeft, sexAndAge(header.patient.sex, header.study.age));
    } else {
        const QString kind = header.kind == intake::FileKind::png    ? QStringLiteral("PNG")
                             : header.kind == intake::FileKind::jpeg ? QStringLiteral("JPEG")
                                                                     : QStringLiteral("TIFF");
        notes.topLeft << tr("%1, not DICOM").arg(kind) << tr("No patient, no scale");
    }
    const QString view =
        joined({text(header.series.bodyPart), text(header.instance.viewPosition)}, QStringLiteral(" "));
    addLine(notes.topRight, view.isEmpty() ? text(header.study.description) : view);
    addLine(notes.topRight, dateAndTime(header.study.date, header.study.time));
    if (count > 1)
        notes.topRight << tr("Film %1 of %2").arg(index + 1).arg(count);
    if (header.isPartial)
        notes.topRight << tr("Picture incomplete: part of its data is missing");
    notes.bottomRight << tr("%1 × %2").arg(header.instance.columns).arg(header.instance.rows);
    return notes;
}

CornerNotes CornerNotes::chosen(const CornerChoice& choice) const {
    CornerNotes notes = *this;
    if (!choice.names)
        notes.topLeft = {tr("Names hidden")};
    else if (!choice.patient)
        notes.topLeft.clear();
    if (!choice.study)
        notes.topRight.clear();
    if (!choice.spacing)
        notes.bottomRight.clear();
    return notes;
}

QString CornerNotes::lossyBadge(const dicom::Instance& instance) {
    if (!instance.isLossy)
        return {};
    if (!(instance.lossyRatio > 1))
        return tr("Lossy");
    return tr("Lossy %1:1")
        .arg(QLocale().toString(instance.lossyRatio, 'f', instance.lossyRatio < 10 ? 1 : 0));
}

QStringList CornerNotes::viewLines(const imaging::Window& window, bool grey, double zoom) {
    QStringList lines;
    if (grey)
        lines << tr("C %1 W %2").arg(number(window.centre), number(window.width));
    lines << tr("Zoom %1 %").arg(QLocale().toString(qRound(zoom * 100)));
    return lines;
}

QString CornerNotes::sexAndAge(const std::string& sex, const std::string& dicomAge) {
    QString age = text(dicomAge); // PS3.5 6.2, AS: nnnD, nnnW, nnnM, nnnY
    bool isNumber = false;
    const int count = age.chopped(age.isEmpty() ? 0 : 1).toInt(&isNumber);
    if (isNumber) {
        switch (age.back().toLatin1()) {
        case 'Y':
            age = count == 1 ? tr("1 year") : tr("%1 years").arg(count);
            break;
        case 'M':
            age = count == 1 ? tr("1 month") : tr("%1 months").arg(count);
            break;
        case 'W':
            age = count == 1 ? tr("1 week") : tr("%1 weeks").arg(count);
            break;
        case 'D':
            age = count == 1 ? tr("1 day") : tr("%1 days").arg(count);
            break;
        default:
            break;
        }
    }
    const QString sexText = sex == "M"   ? tr("M")
                            : sex == "F" ? tr("F")
                            : sex == "O" ? tr("other sex")
                                         : text(sex);
    return joined({sexText, age}, QStringLiteral(" "));
}

QString CornerNotes::dateAndTime(const std::string& date, const std::string& time) {
    const QDate day = QDate::fromString(text(date), Qt::ISODate);
    const QTime clock = QTime::fromString(text(time).left(8), Qt::ISODate);
    const QString dayText =
        day.isValid() ? QLocale().toString(day, QStringLiteral("d MMM yyyy")) : text(date);
    return joined({dayText, clock.isValid() ? clock.toString(QStringLiteral("HH:mm")) : QString()},
                  QStringLiteral(" "));
}

QString CornerNotes::number(double value) {
    const bool whole = std::abs(value) >= 100 || std::abs(value - std::round(value)) < 1e-6;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', whole ? 0 : 2);
}

} // namespace pleurascope::ui::review
