// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmFurniture.h"

#include "engine/imaging/ColourMap.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

namespace {

/// Text with a dark edge, legible on bright film too. The font of the painter.
void paintText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text,
               Token token) {
    QColor edge = Theme::current().onFilm(Token::canvas);
    edge.setAlphaF(0.8F);
    painter.setPen(edge);
    for (const QPointF& shift : {QPointF(-1, -1), QPointF(1, -1), QPointF(-1, 1), QPointF(1, 1)})
        painter.drawText(box.translated(shift), int(alignment) | Qt::TextDontClip, text);
    painter.setPen(Theme::current().onFilm(token));
    painter.drawText(box, int(alignment) | Qt::TextDontClip, text);
}

/// A layer's name in lines that fit, broken after underscores.
QStringList brokenName(const QString& name, const QFontMetricsF& metrics, double width) {
    QStringList lines{QString()};
    for (const QString& part : name.split(QLatin1Char('_'))) {
        const QString piece = lines.last().isEmpty() ? part : QLatin1Char('_') + part;
        if (!lines.last().isEmpty() && metrics.horizontalAdvance(lines.last() + piece) > width) {
            lines.last() += QLatin1Char('_');
            lines << part;
        } else {
            lines.last() += piece;
        }
    }
    return lines;
}

QLinearGradient evidenceGradient(const QRectF& bar) {
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    const auto& colours = imaging::evidenceColours();
    for (int i = 0; i <= 16; ++i) {
        const imaging::Rgb& colour = colours[std::size_t(i * 255 / 16)];
        gradient.setColorAt(i / 16.0, QColor(colour.r, colour.g, colour.b));
    }
    return gradient;
}

} // namespace

bool FilmFurniture::isSmall(QSize view) {
    return view.width() < px(640);
}

QMarginsF FilmFurniture::margins(QSize view) {
    if (isSmall(view))
        return QMarginsF(px(8), px(36), px(8), px(36));
    return QMarginsF(px(16), px(16), px(128), px(16));
}

void FilmFurniture::paintSkeleton(QPainter& painter, const QRectF& film) const {
    const QColor block = Theme::current().onFilm(Token::hover);
    painter.fillRect(film.toAlignedRect(), Theme::current().onFilm(Token::raised));
    const QRectF area = m_view.adjusted(px(12), px(12), -px(12), -px(12));
    const double line = px(17);
    const double height = px(10);
    const auto paintBlock = [&](double left, double top, double width) {
        painter.fillRect(QRectF(left, top, width, height), block);
    };
    const std::array<double, 3> lines{double(px(136)), double(px(88)), double(px(64))};
    for (std::size_t i = 0; i < lines.size(); ++i)
        paintBlock(area.left(), area.top() + line * double(i), lines[i]);
    for (std::size_t i = 0; i < 2; ++i) {
        paintBlock(area.right() - lines[i], area.top() + line * double(i), lines[i]);
        paintBlock(area.left(), area.bottom() - line * double(i) - height, lines[i + 1]);
        paintBlock(area.right() - lines[i], area.bottom() - line * double(i) - height, lines[i]);
    }
}

void FilmFurniture::paintNotes(QPainter& painter, const CornerNotes& notes,
                               const QStringList& viewLines) const {
    painter.setFont(Theme::current().font(TextSize::label));
    paintLines(painter, notes.topLeft, Qt::AlignLeft | Qt::AlignTop, notes.topRight);
    paintLines(painter, notes.topRight, Qt::AlignRight | Qt::AlignTop, notes.topLeft);
    paintLines(painter, viewLines, Qt::AlignLeft | Qt::AlignBottom, notes.bottomRight);
    paintLines(painter, notes.bottomRight, Qt::AlignRight | Qt::AlignBottom, viewLines);
}

/// Where a line and the one across from it do not fit beside each other, either gives way to half the width.
void FilmFurniture::paintLines(QPainter& painter, const QStringList& lines, Qt::Alignment corner,
                               const QStringList& across) const {
    const QFontMetricsF metrics(painter.font());
    const double height = px(17);
    const QRectF area = m_view.adjusted(px(12), px(9), -px(12), -px(9));
    double y = corner & Qt::AlignTop ? area.top() : area.bottom() - height * double(lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i, y += height) {
        const Token token = i == 0 && corner & Qt::AlignTop ? Token::text : Token::text2;
        const qsizetype beside = corner & Qt::AlignTop ? i : across.size() - lines.size() + i;
        const double taken = metrics.horizontalAdvance(across.value(beside)) + px(12);
        const double room = std::max((area.width() - px(12)) / 2, area.width() - taken);
        paintText(painter, {area.left(), y, area.width(), height},
                  (corner & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter,
                  metrics.elidedText(lines[i], Qt::ElideRight, room), token);
    }
}

void FilmFurniture::paintEdges(QPainter& painter, const EdgeLetters& letters, double top, bool bar) const {
    painter.setFont(Theme::current().font(TextSize::label, QFont::DemiBold));
    const double height = px(17);
    // in a low view above the ruler, in a narrow one above the notes at the foot
    const double middle = std::min(m_view.center().y(), m_view.bottom() - m_view.height() / 4 - px(92));
    const double foot = m_view.bottom() - (isSmall(m_view.size().toSize()) ? px(80) : px(36));
    const double side = m_view.width() - 2 * px(12);
    const auto write = [&](double y, Qt::Alignment alignment, const QString& text, double inset = 0) {
        paintText(painter, {m_view.left() + px(12), y, side - inset, height}, alignment | Qt::AlignVCenter,
                  text, Token::text);
    };
    write(top, Qt::AlignHCenter, letters.top);
    write(foot, Qt::AlignHCenter, letters.bottom);
    write(middle - height / 2, Qt::AlignLeft, letters.left);
    write(middle - height / 2, Qt::AlignRight, letters.right, bar ? px(22) : 0);
}

namespace {

double widthOf(const QStringList& badges, const QFontMetricsF& metrics) {
    double whole = -px(6);
    for (const QString& badge : badges)
        whole += metrics.horizontalAdvance(badge) + px(20) + px(6);
    return whole;
}

} // namespace

/// So much may stand in the middle of the top without touching the notes beside it.
bool FilmFurniture::isClearOf(const CornerNotes& notes, double middle) const {
    const QFontMetricsF metrics(Theme::current().font(TextSize::label));
    double longest = 0;
    for (const QStringList& lines : {notes.topLeft, notes.topRight})
        for (const QString& line : lines)
            longest = std::max(longest, metrics.horizontalAdvance(line));
    return longest + px(12) + px(8) <= (m_view.width() - middle) / 2;
}

double FilmFurniture::belowNotes(const CornerNotes& notes) const {
    return m_view.top() + px(13) + px(17) * double(std::max(notes.topLeft.size(), notes.topRight.size()));
}

double FilmFurniture::badgesTop(const QStringList& badges, const CornerNotes& notes) const {
    const QFontMetricsF metrics(Theme::current().font(TextSize::label));
    return isClearOf(notes, widthOf(badges, metrics)) ? m_view.top() + px(8) : belowNotes(notes);
}

double FilmFurniture::lettersTop(const QStringList& badges, const CornerNotes& notes) const {
    constexpr int letter = 24;
    if (badges.isEmpty())
        return isClearOf(notes, px(letter)) ? m_view.top() + px(34) : belowNotes(notes);
    return badgesTop(badges, notes) + px(26);
}

void FilmFurniture::paintBadges(QPainter& painter, const QStringList& badges, double top) const {
    if (badges.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::current().font(TextSize::label));
    const QFontMetricsF metrics(painter.font());
    const double height = px(22);
    double x = m_view.center().x() - widthOf(badges, metrics) / 2;
    for (const QString& badge : badges) {
        const QRectF pill(x, top, metrics.horizontalAdvance(badge) + px(20), height);
        painter.setPen(QPen(Theme::current().onFilm(Token::edge), 1));
        painter.setBrush(Theme::current().onFilm(Token::raised));
        painter.drawRoundedRect(pill, height / 2, height / 2);
        painter.setPen(Theme::current().onFilm(Token::text));
        painter.drawText(pill, Qt::AlignCenter, badge);
        x += pill.width() + px(6);
    }
    painter.restore();
}

void FilmFurniture::paintRuler(QPainter& painter, double millimetres, double zoom) const {
    const double largest = m_view.height() / 4;
    for (const int centimetres : {10, 5, 2, 1}) {
        const double length = centimetres * 10 / millimetres * zoom;
        if (length > largest)
            continue;
        if (length < px(24))
            return;
        const double x = m_view.left() + px(12);
        const double bottom = m_view.bottom() - px(76);
        painter.setPen(QPen(Theme::current().onFilm(Token::text2), 1));
        painter.drawLine(QPointF(x, bottom - length), QPointF(x, bottom));
        for (int i = 0; i <= centimetres; ++i) {
            const double y = bottom - length * i / centimetres;
            const bool end = i == 0 || i == centimetres;
            painter.drawLine(QPointF(x, y), QPointF(x + px(end ? 8 : 4), y));
        }
        painter.setFont(Theme::current().font(TextSize::caption));
        paintText(painter, {x + px(14), bottom - length, double(px(60)), length},
                  Qt::AlignLeft | Qt::AlignVCenter, tr("%1 cm").arg(QLocale().toString(centimetres)),
                  Token::text2);
        return;
    }
}

void FilmFurniture::paintEvidenceBar(QPainter& painter, const QString& layer) const {
    const double height = std::min<double>(px(240), m_view.height() * 0.4);
    const QRectF bar(m_view.right() - px(12) - px(14), m_view.center().y() - height / 2, px(14), height);
    const double column = px(112);
    const double line = px(16);
    const double left = bar.right() - column;
    const auto write = [&](double y, const QString& text, Token token) {
        paintText(painter, {left, y, column, line}, Qt::AlignRight | Qt::AlignVCenter, text, token);
    };
    painter.setFont(Theme::current().font(TextSize::label, QFont::DemiBold));
    write(bar.top() - 2 * line - px(6), tr("Evidence"), Token::text);
    painter.setFont(Theme::current().font(TextSize::caption));
    write(bar.top() - line - px(6), tr("relative"), Token::text2);
    painter.fillRect(bar, evidenceGradient(bar));
    const QRectF ticks(left, bar.top(), column - bar.width() - px(6), line);
    paintText(painter, ticks, Qt::AlignRight | Qt::AlignTop, tr("strongest"), Token::text2);
    paintText(painter, ticks.translated(0, height - line), Qt::AlignRight | Qt::AlignBottom, tr("none"),
              Token::text2);
    double y = bar.bottom() + px(8);
    write(y, QStringLiteral("Grad-CAM"), Token::text2);
    for (const QString& part : brokenName(layer, QFontMetricsF(painter.font()), column))
        write(y += line, part, Token::text2);
}

void FilmFurniture::paintMessage(QPainter& painter, const QString& sentence, bool isError) const {
    if (sentence.isEmpty())
        return;
    painter.setFont(Theme::current().font(widgets::TextSize::body));
    const int side = std::min(int(m_view.width()) - px(32), px(480));
    const QRect room((int(m_view.width()) - side) / 2, px(16), side, int(m_view.height()) - px(32));
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRect words = painter.boundingRect(room, flags, sentence);
    painter.setPen(Theme::current().onFilm(Token::text2));
    painter.drawText(room, flags, sentence);
    if (isError) {
        const QRectF icon(words.center().x() - px(10), words.top() - px(32), px(20), px(20));
        widgets::paintIcon(painter, icon, QStringLiteral("warning"), Theme::current().onFilm(Token::error));
    }
}

} // namespace pleurascope::ui::review
