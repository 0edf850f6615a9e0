// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/MarkPainter.h"

#include "ui/widgets/Theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <limits>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

namespace {

constexpr double largeRegion = 500'000; ///< film pixels; more take too long to count at every move

QColor onFilm(Token token, float opacity = 1) {
    QColor colour = Theme::current().onFilm(token);
    colour.setAlphaF(opacity);
    return colour;
}

QPointF nearestPointOf(const QPainterPath& path, QPointF to) {
    QPointF nearest = path.elementCount() > 0 ? QPointF(path.elementAt(0)) : to;
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPointF away = QPointF(path.elementAt(i)) - to;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < least) {
            least = distance;
            nearest = path.elementAt(i);
        }
    }
    return nearest;
}

double overlap(const QRectF& a, const QRectF& b) {
    const QRectF common = a & b;
    return common.isEmpty() ? 0 : common.width() * common.height();
}

} // namespace

void MarkPainter::paint(QPainter& painter, const std::vector<Mark>& marks, const QString& chosen,
                        const QString& uncounted) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::current().font(TextSize::label));
    m_taken.clear();
    m_labels.clear();
    for (const Mark& mark : marks)
        if (const MarkKind* kind = markKind(mark.kind)) {
            const QRectF box = m_filmToView.map(kind->path(mark.points)).boundingRect();
            m_taken.push_back(box.adjusted(-px(4), -px(4), px(4), px(4)));
            paintLines(painter, mark, mark.uid == chosen);
        }
    std::vector<bool> isChosen;
    for (const Mark& mark : marks) {
        const QStringList lines = linesOf(mark, uncounted);
        if (lines.isEmpty())
            continue;
        placeLabel(painter, mark, lines);
        isChosen.push_back(mark.uid == chosen);
    }
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        paintLabel(painter, m_labels[i], isChosen[i]);
    for (const Mark& mark : marks)
        if (mark.uid == chosen)
            paintHandles(painter, mark);
    painter.restore();
}

void MarkPainter::paintLines(QPainter& painter, const Mark& mark, bool isChosen) const {
    const QPainterPath path = m_filmToView.map(markKind(mark.kind)->path(mark.points));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(onFilm(Token::canvas, 0.55F), px(3.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(onFilm(isChosen ? Token::accent : Token::text), px(1.5), Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.drawPath(path);
}

void MarkPainter::paintHandles(QPainter& painter, const Mark& mark) const {
    const MarkKind* kind = markKind(mark.kind);
    if (kind == nullptr || kind->isFreehand())
        return;
    const double side = px(handleSide);
    painter.setPen(QPen(onFilm(Token::accent), px(1.5)));
    painter.setBrush(onFilm(Token::canvas, 0.75F));
    for (const QPointF& point : mark.points) {
        const QPointF middle = m_filmToView.map(point);
        painter.drawRect(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side));
    }
}

QStringList MarkPainter::linesOf(const Mark& mark, const QString& uncounted) const {
    const MarkKind* kind = markKind(mark.kind);
    if (kind == nullptr)
        return {};
    if (mark.uid == uncounted && kind->countsPixels()) {
        const QSizeF size = kind->path(mark.points).boundingRect().size();
        if (size.width() * size.height() > largeRegion)
            return {QStringLiteral("…")};
    }
    return kind->label(mark, m_film);
}

/// Right of, below, left of, above: the first that covers nothing, else the one that covers least.
QRectF MarkPainter::placeFor(const QSizeF& size, const QRectF& around) const {
    const double gap = px(8);
    const QPointF middle = around.center();
    const QPointF corners[] = {{around.right() + gap, middle.y() - size.height() / 2},
                               {middle.x() - size.width() / 2, around.bottom() + gap},
                               {around.left() - gap - size.width(), middle.y() - size.height() / 2},
                               {middle.x() - size.width() / 2, around.top() - gap - size.height()},
                               {around.right() + gap, around.bottom() + gap},
                               {around.left() - gap - size.width(), around.top() - gap - size.height()}};
    QRectF best;
    double least = std::numeric_limits<double>::max();
    for (const QPointF& corner : corners) {
        const QRectF box(corner, size);
        double covered = size.width() * size.height() - overlap(box, m_view); // what would be cut off counts
        for (const QRectF& taken : m_taken)
            covered += overlap(box, taken);
        if (covered < least - 1e-9) {
            least = covered;
            best = box;
        }
    }
    return best;
}

void MarkPainter::placeLabel(const QPainter& painter, const Mark& mark, const QStringList& lines) {
    const QFontMetricsF metrics(painter.font());
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    const QSizeF size(width + px(12), metrics.lineSpacing() * double(lines.size()) + px(6));
    QPainterPath path = m_filmToView.map(markKind(mark.kind)->path(mark.points));
    if (path.isEmpty()) // words alone stand at their place
        path.addRect(QRectF(m_filmToView.map(mark.points.value(0)), QSizeF(0, 0)));
    const QRectF box = placeFor(size, path.boundingRect());
    m_taken.push_back(box);
    m_labels.push_back({lines, box, nearestPointOf(path, box.center())});
}

void MarkPainter::paintLabel(QPainter& painter, const MarkLabel& label, bool isChosen) {
    const QPointF toBox(std::clamp(label.anchor.x(), label.box.left(), label.box.right()),
                        std::clamp(label.anchor.y(), label.box.top(), label.box.bottom()));
    painter.setPen(QPen(onFilm(Token::text2, 0.8F), px(1), Qt::DotLine));
    painter.drawLine(label.anchor, toBox);
    painter.setPen(Qt::NoPen);
    painter.setBrush(onFilm(Token::canvas, 0.72F));
    painter.drawRoundedRect(label.box, px(4), px(4));
    painter.setPen(onFilm(isChosen ? Token::accent : Token::text));
    const double line = QFontMetricsF(painter.font()).lineSpacing();
    QRectF row(label.box.left() + px(6), label.box.top() + px(3), label.box.width() - px(12), line);
    for (const QString& words : label.lines) {
        painter.drawText(row, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextDontClip, words);
        row.translate(0, line);
    }
}

} // namespace pleurascope::ui::review
