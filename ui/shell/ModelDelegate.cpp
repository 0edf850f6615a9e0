// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ModelDelegate.h"

#include "ui/shell/ShelfModel.h"
#include "ui/widgets/Icon.h"

#include <QPainter>

namespace pleurascope::ui::shell {

using widgets::colour;
using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

void ModelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const QRect row = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, colour(Token::select));
        painter->fillRect(QRect(row.topLeft(), QSize(px(3), row.height())), colour(Token::accent));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, colour(Token::hover));
    }
    const bool problem = index.data(ShelfModel::ProblemRole).toBool();
    const bool chosen = index.data(ShelfModel::ChosenRole).toBool();
    if (problem || chosen) {
        const QRectF place(row.left() + px(12), row.center().y() - px(8) + 1, px(16), px(16));
        widgets::paintIcon(*painter, place, problem ? QStringLiteral("warning") : QStringLiteral("check"),
                           colour(problem ? Token::error : Token::accent));
    }
    const QRect text = row.adjusted(px(36), px(8), -px(12), -px(8));
    const auto line = [&](const QFont& font, Token tone, int alignment, const QString& words) {
        painter->setFont(font);
        painter->setPen(colour(tone));
        painter->drawText(text, alignment,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, text.width()));
    };
    line(Theme::current().font(TextSize::body, chosen ? QFont::DemiBold : QFont::Normal), Token::text,
         Qt::AlignLeft | Qt::AlignTop, index.data().toString());
    line(Theme::current().font(TextSize::caption), problem ? Token::error : Token::text2,
         Qt::AlignLeft | Qt::AlignBottom, index.data(ShelfModel::SecondLineRole).toString());
    painter->restore();
}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {px(200), px(52)};
}

} // namespace pleurascope::ui::shell
