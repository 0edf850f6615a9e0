// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/FilmPicture.h"

#include "ui/widgets/Theme.h"

#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::browse {

using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

FilmPicture::FilmPicture(int side, QWidget* parent)
    : QWidget(parent)
    , m_side(side) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void FilmPicture::setPicture(const QImage& picture) {
    m_picture = picture;
    update();
}

void FilmPicture::setCorners(const QString& left, const QString& right) {
    m_left = left;
    m_right = right;
    update();
}

void FilmPicture::setCropped(bool cropped) {
    m_cropped = cropped;
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    update();
}

QSize FilmPicture::sizeHint() const {
    return {px(m_side), px(m_side)};
}

QSize FilmPicture::minimumSizeHint() const {
    return m_cropped ? sizeHint() : QSize(px(120), px(120));
}

void FilmPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().colour(Token::canvas));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!m_picture.isNull()) {
        const auto mode = m_cropped ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio;
        const QSize size = m_picture.size().scaled(rect().size(), mode);
        QRect place(QPoint(), size);
        place.moveCenter(rect().center());
        painter.drawImage(place, m_picture);
    }
    painter.setFont(Theme::current().font(TextSize::caption));
    painter.setPen(Theme::current().onFilm(Token::text2));
    const QRect corners = rect().adjusted(px(8), px(6), -px(8), -px(6));
    painter.drawText(corners, Qt::AlignLeft | Qt::AlignTop, m_left);
    painter.drawText(corners, Qt::AlignRight | Qt::AlignTop, m_right);
}

} // namespace pleurascope::ui::browse
