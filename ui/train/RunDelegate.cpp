// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/RunDelegate.h"

#include "ui/train/RunListModel.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/TabularText.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

namespace pleurascope::ui::train {

using widgets::colour;
using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    painter->save();
    const QRectF row(option.rect);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(row, colour(Token::select));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, colour(Token::hover));
    if (selected)
        painter->fillRect(QRectF(row.left(), row.top(), px(3), row.height()), colour(Token::accent));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colour(Token::accent), px(2)));
        painter->drawRect(row.adjusted(1, 1, -1, -1));
    }
    const bool hasModel = index.data(RunListModel::hasModelRole).toBool();
    const double middle = row.top() + row.height() / 2;
    widgets::paintIcon(*painter, QRectF(row.left() + px(16), row.top() + px(10), px(16), px(16)),
                       index.data(RunListModel::leaksRole).toBool() ? QStringLiteral("warning")
                       : hasModel                                   ? QStringLiteral("check")
                                                                    : QStringLiteral("stop"),
                       colour(Token::text2));
    const QRectF words(row.left() + px(40), row.top() + px(7), row.width() - px(56),
                       middle - row.top() - px(7));
    const QRectF second(words.left(), middle + px(1), words.width(), row.bottom() - middle - px(7));
    const QString auc = index.data(RunListModel::aucRole).toString();
    painter->setFont(Theme::current().font(TextSize::body));
    painter->setPen(colour(Token::text));
    widgets::paintTabular(*painter, words, Qt::AlignRight, auc);
    const int room = int(words.width() - widgets::tabularWidth(painter->font(), auc)) - px(8);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->setFont(Theme::current().font(TextSize::label));
    painter->setPen(colour(Token::text2));
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(RunListModel::detailRole).toString(),
                                                        Qt::ElideRight, int(second.width())));
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    const int lines = QFontMetrics(Theme::current().font(TextSize::body)).height() +
                      QFontMetrics(Theme::current().font(TextSize::label)).height();
    return {px(200), std::max(px(52), lines + px(16))};
}

} // namespace pleurascope::ui::train
