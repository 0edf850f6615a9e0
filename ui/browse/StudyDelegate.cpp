// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyDelegate.h"

#include "ui/browse/StudyWords.h"
#include "ui/films/ThumbnailPainter.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/ScoreBar.h"
#include "ui/widgets/TabularText.h"
#include "ui/widgets/Theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::browse {

using widgets::colour;
using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

namespace {

QFont textFont(TextSize size, QFont::Weight weight = QFont::Normal) {
    return Theme::current().font(size, weight);
}

void drawLine(QPainter& painter, const QRect& rect, const QString& text) {
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

struct StateMark {
    const char* icon;
    Token tone;
};

StateMark markOf(StudyState state) {
    switch (state) {
    case StudyState::scoring:
        return {"running", Token::accent};
    case StudyState::scored:
        return {"scored", Token::text2};
    case StudyState::flagged:
        return {"flag", Token::amber};
    case StudyState::damaged:
        return {"warning", Token::error};
    case StudyState::read:
        return {"check", Token::text2};
    case StudyState::disputed:
        return {"disagree", Token::text};
    case StudyState::arrived:
    case StudyState::unscored:
        break;
    }
    return {"new", Token::text2};
}

} // namespace

StudyDelegate::StudyDelegate(const StudyListModel& studies, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_studies(studies) {}

int StudyDelegate::rowHeight() {
    const int lines =
        QFontMetrics(textFont(TextSize::body)).height() + QFontMetrics(textFont(TextSize::caption)).height();
    return std::max(px(48), lines + px(16));
}

int StudyDelegate::headingHeight() {
    return std::max(px(24), QFontMetrics(textFont(TextSize::caption)).height() + px(8));
}

bool StudyDelegate::beginsGroup(const QModelIndex& index) const {
    if (!m_studies.isTriageOrder())
        return false;
    if (index.row() == 0)
        return true;
    const auto above = index.sibling(index.row() - 1, 0);
    return above.data(StudyListModel::GroupRole) != index.data(StudyListModel::GroupRole);
}

QSize StudyDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {px(40), rowHeight() + (beginsGroup(index) ? headingHeight() : 0)};
}

void StudyDelegate::paintRow(QPainter& painter, const QRect& row, const QModelIndex& index,
                             const RowState& state) const {
    QRect body = row;
    if (beginsGroup(index)) {
        paintHeading(painter, QRect(row.topLeft(), QSize(row.width(), headingHeight())), index);
        body.setTop(row.top() + headingHeight());
    }
    const int textLeft = row.left() + px(68);
    painter.fillRect(QRect(textLeft, body.bottom(), body.width(), 1), colour(Token::line));
    if (state.isCurrent)
        painter.fillRect(body, colour(Token::select));
    else if (state.isHovered)
        painter.fillRect(body.adjusted(0, 0, 0, -1), colour(Token::hover));
    if (state.isCurrent)
        painter.fillRect(QRect(body.topLeft(), QSize(px(3), body.height())), colour(Token::accent));
    if (state.hasFocusRing) {
        painter.setPen(QPen(colour(Token::accent), 2));
        painter.drawRect(body.adjusted(1, 1, -1, -1));
    }
}

void StudyDelegate::paintHeading(QPainter& painter, const QRect& rect, const QModelIndex& index) const {
    const auto group = StudyGroup(index.data(StudyListModel::GroupRole).toInt());
    const QRect text = rect.adjusted(px(16), 0, -px(16), 0);
    QString title = tr("In order of arrival");
    QString remark = tr("oldest first");
    if (group == StudyGroup::flagged) {
        title = tr("Flagged, raised by score");
        remark.clear();
        if (const auto& prediction = m_studies.study(index.row()).prediction)
            remark = tr("%1 at or above %2")
                         .arg(m_studies.groupCount(group))
                         .arg(scoreText(prediction->threshold));
    } else if (group == StudyGroup::waiting) {
        title = tr("Waiting for more than %n hour(s)", nullptr, m_studies.longestWait());
    } else if (group != StudyGroup::arrival) {
        title = group == StudyGroup::readToday ? tr("Read today") : tr("Read before today");
        remark = tr("newest first");
    }
    painter.setPen(colour(Token::text));
    painter.setFont(textFont(TextSize::caption, QFont::DemiBold));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setPen(colour(Token::text2));
    painter.setFont(textFont(TextSize::caption));
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, remark);
}

void StudyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QRect cell = option.rect;
    if (beginsGroup(index))
        cell.setTop(cell.top() + headingHeight());
    if (!m_studies.isLoaded(index.row())) {
        paintComing(*painter, cell, index.column());
        return;
    }
    const StudyWords words(m_studies.study(index.row()));
    painter->save();
    switch (index.column()) {
    case StudyListModel::thumbnailColumn:
        paintThumbnail(*painter, cell, index);
        break;
    case StudyListModel::patientColumn:
        paintLines(*painter, cell, words.patient(), words.identity(), !isRead(m_studies.study(index.row())));
        break;
    case StudyListModel::studyColumn:
        paintLines(*painter, cell, words.date(), words.time(), false);
        break;
    case StudyListModel::viewColumn:
        paintLines(*painter, cell, words.view(), words.modality(), false);
        break;
    case StudyListModel::descriptionColumn:
        paintLines(*painter, cell, words.description(), words.remark(), false);
        break;
    case StudyListModel::scoreColumn:
        paintScore(*painter, cell, index);
        break;
    default:
        paintState(*painter, cell, index);
        break;
    }
    painter->restore();
}

void StudyDelegate::paintComing(QPainter& painter, const QRect& cell, int column) const {
    if (column == StudyListModel::thumbnailColumn) {
        const int side = px(40);
        painter.fillRect(QRect(cell.left() + px(16), cell.center().y() - side / 2 + 1, side, side),
                         colour(Token::hover));
        return;
    }
    const QRect bar(cell.left(), cell.center().y() - px(4), std::min(px(96), cell.width() / 2), px(8));
    painter.fillRect(bar, colour(Token::hover));
}

void StudyDelegate::paintThumbnail(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    const int side = px(40);
    const QRect place(cell.left() + px(16), cell.center().y() - side / 2 + 1, side, side);
    const auto thumbnail = index.data(StudyListModel::ThumbnailRole).value<QImage>();
    films::ThumbnailState state =
        thumbnail.isNull() ? films::ThumbnailState::loading : films::ThumbnailState::ready;
    if (m_studies.context(index.row()).cannotBeShown)
        state = films::ThumbnailState::failed;
    films::paintThumbnail(painter, place, thumbnail, state);
}

void StudyDelegate::paintScore(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    const auto& row = m_studies.study(index.row());
    const StudyWords words(row);
    if (!hasScore(row)) {
        painter.setFont(textFont(TextSize::label));
        painter.setPen(colour(Token::text2));
        drawLine(painter, cell.adjusted(0, 0, -px(8), 0), words.missingScore(m_studies.context(index.row())));
        return;
    }
    const widgets::ScoreMark mark{row.prediction->probability, row.prediction->threshold};
    const int barWidth = std::min(px(120), cell.width() - px(80));
    widgets::paintScoreBar(painter, QRectF(cell.left(), cell.top(), barWidth, cell.height()), mark);
    painter.setFont(textFont(TextSize::body, mark.isFlagged() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(colour(Token::text));
    widgets::paintTabular(painter, QRectF(cell.left() + barWidth, cell.top(), px(44), cell.height()),
                          Qt::AlignRight, words.score());
}

void StudyDelegate::paintState(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    const auto& row = m_studies.study(index.row());
    const StudyWords words(row);
    const StateContext context = m_studies.context(index.row());
    const StudyState state = stateOf(row, context);
    const StateMark mark = markOf(state);
    const QRectF place(cell.left(), cell.center().y() - px(8) + 1, px(16), px(16));
    widgets::paintIcon(painter, place, QString::fromLatin1(mark.icon), colour(mark.tone));
    const QRect text = cell.adjusted(px(24), 0, -px(8), 0);
    const QString remark = words.stateRemark();
    if (!remark.isEmpty()) {
        paintLines(painter, text.adjusted(0, 0, px(8), 0), words.state(context), remark, false);
        return;
    }
    const bool isStrong = state == StudyState::flagged || state == StudyState::damaged;
    painter.setFont(textFont(TextSize::body, isStrong ? QFont::Medium : QFont::Normal));
    painter.setPen(colour(state == StudyState::damaged ? Token::error : Token::text));
    drawLine(painter, text, words.state(context));
}

void StudyDelegate::paintLines(QPainter& painter, const QRect& cell, const QString& first,
                               const QString& second, bool strong) const {
    const QFont firstFont = textFont(TextSize::body, strong ? QFont::DemiBold : QFont::Normal);
    const QFont secondFont = textFont(TextSize::caption);
    const int firstHeight = QFontMetrics(firstFont).height();
    const int secondHeight = second.isEmpty() ? 0 : QFontMetrics(secondFont).height() + px(1);
    const QRect text = cell.adjusted(0, 0, -px(8), 0);
    const int top = text.center().y() - (firstHeight + secondHeight) / 2 + 1;
    painter.setFont(firstFont);
    painter.setPen(colour(Token::text));
    drawLine(painter, QRect(text.left(), top, text.width(), firstHeight), first);
    if (second.isEmpty())
        return;
    painter.setFont(secondFont);
    painter.setPen(colour(Token::text2));
    drawLine(painter, QRect(text.left(), top + firstHeight + px(1), text.width(), secondHeight), second);
}

} // namespace pleurascope::ui::browse
