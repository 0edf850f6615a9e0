// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyHint.h"

#include "ui/widgets/KeyBindings.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::widgets {

namespace {

QFont capFont() {
    return Theme::current().font(TextSize::caption, QFont::Medium);
}

} // namespace

QSize keyCapSize(const QString& key) {
    const QFontMetrics metrics(capFont());
    const int height = px(16);
    return {std::max(height, metrics.horizontalAdvance(key) + px(12)), height};
}

void paintKeyCap(QPainter& painter, const QRectF& rect, const QString& key, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor frame = colour;
    frame.setAlphaF(0.6F);
    painter.setPen(QPen(frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
    painter.setPen(colour);
    painter.setFont(capFont());
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.restore();
}

KeyHint::KeyHint(QString key, QString word, QWidget* parent)
    : QWidget(parent)
    , m_key(std::move(key))
    , m_word(std::move(word)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::themeChanged, this, &QWidget::updateGeometry);
}

KeyHint* KeyHint::ofAction(const QString& id) {
    auto* hint = new KeyHint({}, {});
    KeyBindings::current().followText(hint, id, [hint](const QString& key) {
        hint->m_key = key;
        hint->updateGeometry();
        hint->update();
    });
    return hint;
}

QSize KeyHint::sizeHint() const {
    const QFontMetrics metrics(Theme::current().font(TextSize::label));
    const int word = m_word.isEmpty() ? 0 : px(8) + metrics.horizontalAdvance(m_word);
    return {keyCapSize(m_key).width() + word, std::max(px(18), metrics.height())};
}

void KeyHint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QSize cap = keyCapSize(m_key);
    const int top = (height() - cap.height()) / 2;
    paintKeyCap(painter, QRectF(QPointF(0, top), cap), m_key, colour(Token::text2));
    painter.setFont(Theme::current().font(TextSize::label));
    painter.setPen(colour(Token::text2));
    painter.drawText(rect().adjusted(cap.width() + px(8), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

} // namespace pleurascope::ui::widgets
