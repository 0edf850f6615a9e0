// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TabularText.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::widgets {

namespace {

double digitCell(const QFontMetricsF& metrics) {
    double widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

double cellOf(const QFontMetricsF& metrics, double digit, QChar character) {
    return character.isDigit() ? digit : metrics.horizontalAdvance(character);
}

} // namespace

double tabularWidth(const QFont& font, const QString& text) {
    const QFontMetricsF metrics(font);
    const double digit = digitCell(metrics);
    double width = 0;
    for (const QChar character : text)
        width += cellOf(metrics, digit, character);
    return width;
}

void paintTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const double digit = digitCell(metrics);
    const double width = tabularWidth(painter.font(), text);
    double x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    const double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar character : text) {
        const double cell = cellOf(metrics, digit, character);
        const double inset = (cell - metrics.horizontalAdvance(character)) / 2;
        painter.drawText(QPointF(x + inset, baseline), QString(character));
        x += cell;
    }
}

} // namespace pleurascope::ui::widgets
