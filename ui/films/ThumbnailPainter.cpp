// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/films/ThumbnailPainter.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::films {

using widgets::colour;
using widgets::px;
using widgets::Token;

void paintThumbnail(QPainter& painter, const QRect& place, const QImage& thumbnail, ThumbnailState state) {
    if (state == ThumbnailState::failed) {
        painter.fillRect(place, colour(Token::errorfill));
        const QRectF middle(place.center() - QPoint(px(8), px(8)) + QPoint(1, 1), QSizeF(px(16), px(16)));
        widgets::paintIcon(painter, middle, QStringLiteral("warning"), colour(Token::error));
        return;
    }
    painter.fillRect(place, colour(state == ThumbnailState::ready ? Token::canvas : Token::hover));
    if (state == ThumbnailState::loading)
        return;
    const int cropped = std::min(thumbnail.width(), thumbnail.height());
    const QRect source((thumbnail.width() - cropped) / 2, (thumbnail.height() - cropped) / 2, cropped,
                       cropped);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, thumbnail, source);
    painter.restore();
}

} // namespace pleurascope::ui::films
