// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmStripDelegate.h"

#include "ui/films/ThumbnailLoader.h"
#include "ui/films/ThumbnailPainter.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::review {

using films::ThumbnailLoader;
using films::ThumbnailState;
using widgets::colour;
using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

namespace {

/// Legible on any film.
void paintPlate(QPainter& painter, const QRect& plate) {
    QColor ground = Theme::current().onFilm(Token::canvas);
    ground.setAlphaF(0.72F);
    painter.fillRect(plate, ground);
}

/// At the foot of the film, on the right.
void paintFrames(QPainter& painter, const QRect& film, int frames) {
    const QString number = QLocale().toString(frames);
    painter.setFont(Theme::current().font(TextSize::caption));
    const QFontMetrics metrics(painter.font());
    const QSize size(metrics.horizontalAdvance(number) + px(6), metrics.height());
    const QRect plate(film.bottomRight() - QPoint(size.width() - 1, size.height() - 1), size);
    paintPlate(painter, plate);
    painter.setPen(Theme::current().onFilm(Token::text));
    painter.drawText(plate, Qt::AlignCenter, number);
}

/// At its head, on the right.
void paintStar(QPainter& painter, const QRect& film) {
    const int side = px(16);
    const QRect plate(film.right() - side + 1, film.top(), side, side);
    paintPlate(painter, plate);
    widgets::paintIcon(painter, QRectF(plate).adjusted(px(1), px(1), -px(1), -px(1)),
                       QStringLiteral("key-image"), Theme::current().onFilm(Token::text));
}

} // namespace

FilmStripDelegate::FilmStripDelegate(const films::ThumbnailLoader& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_thumbnails(thumbnails) {}

int FilmStripDelegate::height() {
    const QFontMetrics first(Theme::current().font(TextSize::label));
    const QFontMetrics second(Theme::current().font(TextSize::caption));
    return std::max(px(48), first.height() + second.height() + px(8));
}

QSize FilmStripDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {px(196), height()};
}

void FilmStripDelegate::paintFilm(QPainter& painter, const QRect& place, const QModelIndex& index) const {
    const qint64 film = index.data(FilmRole).toLongLong();
    const QImage thumbnail = m_thumbnails.thumbnail(film);
    if (!thumbnail.isNull()) {
        films::paintThumbnail(painter, place, thumbnail, ThumbnailState::ready);
        if (const int frames = ThumbnailLoader::framesOf(thumbnail); frames > 1)
            paintFrames(painter, place, frames);
    } else if (m_thumbnails.hasFailed(film)) {
        films::paintThumbnail(painter, place, {}, ThumbnailState::failed);
    } else if (m_blocksShown) {
        films::paintThumbnail(painter, place, {}, ThumbnailState::loading);
    }
    if (index.data(KeyRole).toBool())
        paintStar(painter, place);
    if (index.data(HungRole).toBool()) {
        painter.setPen(QPen(colour(Token::accent), px(1)));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void FilmStripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    painter->save();
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colour(Token::accent), px(2)));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    const int side = px(40);
    const QRect film(option.rect.left() + px(4), option.rect.center().y() - side / 2 + 1, side, side);
    paintFilm(*painter, film, index);
    const QStringList lines = index.data().toString().split(QLatin1Char('\n'));
    QRect text = option.rect.adjusted(side + px(12), 0, -px(4), 0);
    const TextSize sizes[] = {TextSize::label, TextSize::caption};
    const Token tones[] = {Token::text, Token::text2};
    int whole = 0;
    for (int i = 0; i < std::min<int>(2, int(lines.size())); ++i)
        whole += QFontMetrics(Theme::current().font(sizes[i])).height();
    text.setTop(text.center().y() - whole / 2 + 1);
    for (int i = 0; i < std::min<int>(2, int(lines.size())); ++i) {
        painter->setFont(Theme::current().font(sizes[i]));
        painter->setPen(colour(tones[i]));
        const QFontMetrics metrics(painter->font());
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                          metrics.elidedText(lines[i], Qt::ElideRight, text.width()));
        text.setTop(text.top() + metrics.height());
    }
    painter->restore();
}

} // namespace pleurascope::ui::review
