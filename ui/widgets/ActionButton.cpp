// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ActionButton.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/TabularText.h"
#include "ui/widgets/Theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>
#include <array>

namespace pleurascope::ui::widgets {

namespace {

QString kindName(ButtonKind kind) {
    static constexpr std::array<const char*, 4> names{"plain", "primary", "ghost", "pill"};
    return QString::fromLatin1(names[std::size_t(kind)]);
}

} // namespace

ActionButton::ActionButton(const QString& text, ButtonKind kind, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind) {
    setProperty("kind", kindName(kind));
    setAttribute(Qt::WA_Hover);
    connect(&Theme::current(), &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void ActionButton::setKeyText(const QString& key) {
    m_key = key;
    updateGeometry();
}

void ActionButton::followKey(const QString& id) {
    KeyBindings::current().followText(this, id, [this](const QString& key) { setKeyText(key); });
}

void ActionButton::setIconName(const QString& name) {
    m_iconName = name;
    updateGeometry();
}

void ActionButton::setDense(bool dense) {
    setProperty("dense", dense);
    updateGeometry();
}

void ActionButton::setCount(int count) {
    if (m_count == count)
        return;
    m_count = count;
    updateGeometry();
    update();
}

QColor ActionButton::wordColour() const {
    if (!isEnabled())
        return colour(Token::off);
    if (m_kind == ButtonKind::primary)
        return colour(Token::onfill);
    if (m_kind == ButtonKind::plain || isChecked() || underMouse())
        return colour(Token::text);
    return colour(Token::text2);
}

int ActionButton::sidePadding() const {
    return m_kind == ButtonKind::plain || m_kind == ButtonKind::primary ? px(16) : px(12);
}

int ActionButton::contentWidth() const {
    int width = fontMetrics().horizontalAdvance(text());
    if (!m_iconName.isEmpty())
        width += px(16) + (text().isEmpty() ? 0 : px(8));
    if (!m_key.isEmpty())
        width += px(12) + keyCapSize(m_key).width();
    if (m_count >= 0)
        width += px(6) + int(tabularWidth(font(), QLocale().toString(m_count))) + 1;
    return width;
}

QSize ActionButton::sizeHint() const {
    ensurePolished();
    const bool low = m_kind == ButtonKind::pill || property("dense").toBool();
    return {contentWidth() + 2 * sidePadding(), std::max(px(low ? 28 : 32), fontMetrics().height() + px(6))};
}

QSize ActionButton::minimumSizeHint() const {
    return {contentWidth() + 2 * px(8), sizeHint().height()};
}

void ActionButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const QColor words = wordColour();
    const int padding = std::min(sidePadding(), std::max(px(8), (width() - contentWidth()) / 2));
    QRect room = rect().adjusted(padding, 0, -padding, 0);
    if (!m_key.isEmpty()) {
        const QSize cap = keyCapSize(m_key);
        const int inset = std::min(padding, px(8));
        paintKeyCap(painter, QRect(QPoint(width() - inset - cap.width(), (height() - cap.height()) / 2), cap),
                    m_key, words);
        room.setRight(width() - inset - cap.width() - px(8));
    }
    if (!m_iconName.isEmpty()) {
        const int left = text().isEmpty() ? room.center().x() - px(8) + 1 : room.left();
        paintIcon(painter, QRectF(left, (height() - px(16)) / 2, px(16), px(16)), m_iconName, words);
        room.setLeft(left + px(24));
    }
    painter.setPen(words);
    painter.setFont(font());
    if (m_count >= 0) {
        paintTabular(painter, room, Qt::AlignRight, QLocale().toString(m_count));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text());
        return;
    }
    painter.drawText(room, Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace pleurascope::ui::widgets
