// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ScoreScale.h"

#include "ui/review/OpinionText.h"
#include "ui/widgets/TabularText.h"
#include "ui/widgets/Theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

ScoreScale::ScoreScale(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void ScoreScale::setThreshold(std::optional<double> threshold) {
    m_threshold = threshold;
    update();
}

QSize ScoreScale::sizeHint() const {
    return {widgets::px(120), QFontMetrics(Theme::current().font(TextSize::caption)).height()};
}

void ScoreScale::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(Theme::current().font(TextSize::caption));
    painter.setPen(widgets::colour(Token::text2));
    const QRectF whole(rect());
    const auto ends = [&](bool left, bool right) {
        if (left)
            widgets::paintTabular(painter, whole, Qt::AlignLeft, QLocale().toString(0));
        if (right)
            widgets::paintTabular(painter, whole, Qt::AlignRight, QLocale().toString(1));
    };
    if (!m_threshold) {
        ends(true, true);
        return;
    }
    const QString text = OpinionText::score2(*m_threshold);
    const double width = widgets::tabularWidth(painter.font(), text);
    const double room = widgets::tabularWidth(painter.font(), QStringLiteral("0")) + widgets::px(4);
    const double left = std::clamp(*m_threshold * whole.width() - width / 2, 0.0, whole.width() - width);
    ends(left > room, left + width < whole.width() - room);
    painter.setPen(widgets::colour(Token::text));
    widgets::paintTabular(painter, QRectF(left, 0, width + 1, whole.height()), Qt::AlignLeft, text);
}

} // namespace pleurascope::ui::review
