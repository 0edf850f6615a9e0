// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/IconLabel.h"

#include "ui/widgets/Icon.h"

#include <QPainter>

namespace pleurascope::ui::widgets {

IconLabel::IconLabel(QString name, Token tone, QWidget* parent)
    : QWidget(parent)
    , m_name(std::move(name))
    , m_tone(tone) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void IconLabel::setIcon(const QString& name, Token tone) {
    m_name = name;
    m_tone = tone;
    update();
}

QSize IconLabel::sizeHint() const {
    return {px(16), px(16)};
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, QRectF(0, (height() - px(16)) / 2, px(16), px(16)), m_name, colour(m_tone));
}

} // namespace pleurascope::ui::widgets
