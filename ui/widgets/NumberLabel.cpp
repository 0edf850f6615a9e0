// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/NumberLabel.h"

#include "ui/widgets/TabularText.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pleurascope::ui::widgets {

NumberLabel::NumberLabel(TextSize size, QWidget* parent)
    : QWidget(parent)
    , m_size(size)
    , m_weight(size >= TextSize::section ? QFont::DemiBold : QFont::Normal) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void NumberLabel::setNumber(double value, int decimals) {
    setText(QLocale().toString(value, 'f', decimals));
}

void NumberLabel::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void NumberLabel::setWidest(const QString& text) {
    m_widest = text;
    updateGeometry();
}

void NumberLabel::setTone(Token tone) {
    m_tone = tone;
    update();
}

void NumberLabel::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

void NumberLabel::setWeight(QFont::Weight weight) {
    m_weight = weight;
    updateGeometry();
    update();
}

QFont NumberLabel::numberFont() const {
    return Theme::current().font(m_size, m_weight);
}

QSize NumberLabel::sizeHint() const {
    const QFont font = numberFont();
    const double width = std::max(tabularWidth(font, m_text), tabularWidth(font, m_widest));
    return {int(std::ceil(width)) + 1, QFontMetrics(font).height()};
}

void NumberLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(numberFont());
    painter.setPen(colour(isEnabled() ? m_tone : Token::off));
    paintTabular(painter, rect(), m_alignment, m_text);
}

} // namespace pleurascope::ui::widgets
