// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ScoreBar.h"

#include "ui/widgets/Theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::widgets {

void paintScoreBar(QPainter& painter, const QRectF& rect, const std::optional<ScoreMark>& mark) {
    const double height = px(6);
    const double radius = height / 2;
    const QRectF track(rect.left(), rect.center().y() - radius, rect.width(), height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Token::hover));
    painter.drawRoundedRect(track, radius, radius);
    if (mark) {
        QRectF bar = track;
        bar.setWidth(std::max(height, track.width() * std::clamp(mark->score, 0.0, 1.0)));
        painter.setBrush(colour(mark->isFlagged() ? Token::amber : Token::training));
        painter.drawRoundedRect(bar, radius, radius);
        const double x = track.left() + track.width() * std::clamp(mark->threshold, 0.0, 1.0);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(QRectF(x - px(1), track.center().y() - px(7), px(2), px(14)), colour(Token::text));
    }
    painter.restore();
}

ScoreBar::ScoreBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void ScoreBar::setMark(std::optional<ScoreMark> mark) {
    m_mark = mark;
    const QLocale locale;
    setAccessibleName(
        mark ? tr("Score %1, threshold %2")
                   .arg(locale.toString(mark->score, 'f', 2), locale.toString(mark->threshold, 'f', 2))
             : tr("No score"));
    update();
}

QSize ScoreBar::sizeHint() const {
    return {px(120), px(16)};
}

void ScoreBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintScoreBar(painter, rect(), m_mark);
}

} // namespace pleurascope::ui::widgets
