// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/MarkCsv.h"

#include <QStringList>

namespace pleurascope::ui::review {

namespace {

/// A leading sign that a spreadsheet would take for a formula is disarmed: words come from people and files.
QString field(QString text) {
    static const QString formulaSigns = QStringLiteral("=+-@\t\r");
    bool isNumber = false;
    (void)text.toDouble(&isNumber);
    if (!text.isEmpty() && !isNumber && formulaSigns.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) ||
        text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r')))
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text;
}

QString line(const QStringList& texts) {
    QStringList fields;
    for (const QString& text : texts)
        fields << field(text);
    return fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

QString pointsOf(const Mark& mark) {
    QStringList numbers;
    for (const QPointF& point : mark.points)
        numbers << QString::number(point.x(), 'f', 2) << QString::number(point.y(), 'f', 2);
    return numbers.join(QLatin1Char(' '));
}

} // namespace

QString marksAsCsv(const std::vector<Mark>& marks, const MeasuredFilm& film, const QString& fileName) {
    QString csv = line({QStringLiteral("film"), QStringLiteral("frame"), QStringLiteral("mark"),
                        QStringLiteral("kind"), QStringLiteral("quantity"), QStringLiteral("value"),
                        QStringLiteral("unit"), QStringLiteral("scale"), QStringLiteral("words"),
                        QStringLiteral("points"), QStringLiteral("reader"), QStringLiteral("made_at")});
    const std::string& uid = film.film()->header.instance.uid;
    const QString name = uid.empty() ? fileName : QString::fromStdString(uid);
    int number = 0;
    for (const Mark& mark : marks) {
        const MarkKind* kind = markKind(mark.kind);
        if (kind == nullptr)
            continue;
        ++number;
        auto values = kind->values(mark, film);
        if (values.empty())
            values.push_back({});
        for (const MeasuredValue& value : values) {
            const bool isThere = !value.name.isEmpty();
            csv += line({name, QString::number(mark.frame + 1), QString::number(number), mark.kind,
                         value.name, isThere ? QString::number(value.number, 'g', 12) : QString(), value.unit,
                         value.unit.isEmpty() ? QString() : film.source(), mark.words, pointsOf(mark),
                         mark.reader, mark.madeAt});
        }
    }
    return csv;
}

} // namespace pleurascope::ui::review
