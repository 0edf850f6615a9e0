// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tools/LoupeTool.h"

#include "ui/review/FilmView.h"
#include "ui/review/tools/ToolCursor.h"
#include "ui/widgets/Theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::Theme;
using widgets::Token;

ToolWords LoupeTool::words() const {
    return {toolId::loupe, tr("Loupe"), tr("Loupe: film pixels twice as large, with Shift four times"),
            QStringLiteral("loupe"), Qt::Key_O};
}

QCursor LoupeTool::cursor(bool pressed) const {
    return pressed ? QCursor(Qt::BlankCursor) : toolCursor(CursorShape::lens);
}

void LoupeTool::press(FilmView& view, const Pointer& pointer) {
    drag(view, pointer);
}

void LoupeTool::drag(FilmView& view, const Pointer& pointer) {
    m_pointer = pointer;
    view.update();
}

void LoupeTool::release(FilmView& view, const Pointer&) {
    cancel(view);
}

bool LoupeTool::cancel(FilmView& view) {
    const bool wasThere = m_pointer.has_value();
    m_pointer.reset();
    view.update();
    return wasThere;
}

void LoupeTool::paint(QPainter& painter, const FilmView& view) const {
    if (!m_pointer)
        return;
    const int factor = m_pointer->modifiers & Qt::ShiftModifier ? 4 : 2;
    const QRectF glass(m_pointer->position - QPointF(px(radius), px(radius)),
                       QSizeF(2 * px(radius), 2 * px(radius)));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath round;
    round.addEllipse(glass);
    painter.setClipPath(round);
    view.paintEnlarged(painter, glass.toAlignedRect(), m_pointer->film, factor);
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::current().onFilm(Token::canvas), px(4)));
    painter.drawEllipse(glass);
    painter.setPen(QPen(Theme::current().onFilm(Token::text2), px(2)));
    painter.drawEllipse(glass);
    painter.setFont(Theme::current().font(widgets::TextSize::label));
    const QRectF badge(glass.center().x() - px(20), glass.bottom() - px(28), px(40), px(20));
    QColor ground = Theme::current().onFilm(Token::canvas);
    ground.setAlphaF(0.72F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(badge, px(4), px(4));
    painter.setPen(Theme::current().onFilm(Token::text));
    painter.drawText(badge, Qt::AlignCenter, QLocale().toString(factor) + QStringLiteral(" ×"));
    painter.restore();
}

} // namespace pleurascope::ui::review
