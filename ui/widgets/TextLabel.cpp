// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TextLabel.h"

#include <QPainter>
#include <QStyle>

namespace pleurascope::ui::widgets {

namespace {

QString sizeName(TextSize size) {
    static constexpr std::array<const char*, 7> names{"caption", "label",  "body", "section",
                                                      "title",   "figure", "score"};
    return QString::fromLatin1(names[std::size_t(size)]);
}

} // namespace

TextLabel::TextLabel(TextSize size, Token tone, QWidget* parent)
    : TextLabel(QString(), size, tone, parent) {}

TextLabel::TextLabel(const QString& text, TextSize size, Token tone, QWidget* parent)
    : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    setProperty("textSize", sizeName(size));
    setProperty("tone", tokenName(tone));
}

void TextLabel::setTone(Token tone) {
    if (property("tone").toString() == tokenName(tone))
        return;
    setProperty("tone", tokenName(tone));
    style()->unpolish(this);
    style()->polish(this);
}

void TextLabel::setSmallSection() {
    setProperty("textSize", QStringLiteral("sectionLabel"));
    style()->unpolish(this);
    style()->polish(this);
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment() | Qt::TextSingleLine), shown);
    const QString tip = shown == text() ? QString() : text();
    if (toolTip() != tip)
        setToolTip(tip);
}

} // namespace pleurascope::ui::widgets
