// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/StageBar.h"

#include "ui/widgets/Theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::train {

using widgets::colour;
using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

StageBar::StageBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void StageBar::setState(Stage stage, double fraction, const QString& remark) {
    m_stage = stage;
    m_fraction = std::clamp(fraction, 0.0, 1.0);
    m_remark = remark;
    setAccessibleDescription(remark);
    update();
}

QSize StageBar::sizeHint() const {
    return {px(480), px(12) + QFontMetrics(Theme::current().font(TextSize::label)).height()};
}

QSize StageBar::minimumSizeHint() const {
    return {px(280), sizeHint().height()};
}

void StageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double first = width() * 0.3;
    paintPiece(painter, QRectF(0, 0, first - px(4), height()), films);
    paintPiece(painter, QRectF(first, 0, width() - first, height()), epochs);
}

void StageBar::paintPiece(QPainter& painter, const QRectF& piece, Stage stage) const {
    const QRectF bar(piece.left(), px(2), piece.width(), px(6));
    const double radius = bar.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Token::hover));
    painter.drawRoundedRect(bar, radius, radius);
    const bool current = m_stage == stage;
    const double share = m_stage > stage ? 1 : current ? m_fraction : 0;
    if (share > 0) {
        QRectF filled = bar;
        filled.setWidth(std::max(bar.height(), bar.width() * share));
        painter.setBrush(colour(current ? Token::accent : Token::training));
        painter.drawRoundedRect(filled, radius, radius);
    }
    painter.setFont(Theme::current().font(TextSize::label, current ? QFont::Medium : QFont::Normal));
    painter.setPen(colour(current ? Token::text : Token::text2));
    const QRectF words = piece.adjusted(0, px(12), -px(8), 0);
    const QString name = stage == films ? tr("Films") : tr("Epochs");
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, name);
    if (!current)
        return;
    const QFontMetrics metrics(painter.font());
    const int room = int(words.width()) - metrics.horizontalAdvance(name) - px(12);
    painter.setPen(colour(Token::text));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(m_remark, Qt::ElideRight, room));
}

} // namespace pleurascope::ui::train
