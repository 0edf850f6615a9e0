// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/presentation/PresentationPainter.h"

#include "ui/widgets/Theme.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainterPath>

#include <algorithm>

namespace pleurascope::ui::review {

using dicom::GraphicKind;
using dicom::TextObject;
using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

namespace {

QColor onFilm(Token token, float opacity = 1) {
    QColor colour = Theme::current().onFilm(token);
    colour.setAlphaF(opacity);
    return colour;
}

QPointF pointOf(imaging::FilmPoint point) {
    return {point.x, point.y};
}

/// A smooth curve through all points (Catmull and Rom 1974), as cubic pieces.
QPainterPath curveThrough(const QPolygonF& points) {
    QPainterPath path(points.front());
    for (int i = 0; i + 1 < points.size(); ++i) {
        const QPointF before = points[std::max(i - 1, 0)], from = points[i], to = points[i + 1];
        const QPointF after = points[std::min(i + 2, int(points.size()) - 1)];
        path.cubicTo(from + (to - before) / 6, to - (after - from) / 6, to);
    }
    return path;
}

/// About the ends of its axes, the major one first.
QPainterPath ellipseThrough(const QPolygonF& points) {
    const QLineF major(points[0], points[1]), minor(points[2], points[3]);
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), major.length() / 2, minor.length() / 2);
    QTransform lie;
    lie.translate(major.center().x(), major.center().y());
    lie.rotate(-major.angle());
    return lie.map(path);
}

Qt::Alignment alignmentOf(TextObject::Justification side) {
    if (side == TextObject::Justification::right)
        return Qt::AlignRight;
    return side == TextObject::Justification::centre ? Qt::AlignHCenter : Qt::AlignLeft;
}

} // namespace

void PresentationPainter::paint(QPainter& painter, std::string_view imageUid, int frame) {
    const dicom::DisplayedArea* area = dicom::areaOf(m_state, imageUid, frame);
    const QRectF shown =
        area != nullptr ? QRectF(pointOf(area->from), pointOf(area->to)) : QRectF(QPointF(0, 0), m_filmSize);
    m_areaInView = m_filmToView.mapRect(shown);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::current().font(TextSize::label));
    const auto orderOf = [&](const dicom::GraphicAnnotation& annotation) {
        const auto found = std::ranges::find(m_state.layers, annotation.layer, &dicom::GraphicLayer::name);
        return found - m_state.layers.begin(); // they are sorted; an unknown layer comes last
    };
    std::vector<const dicom::GraphicAnnotation*> annotations;
    for (const auto& annotation : m_state.annotations)
        if (dicom::concerns(annotation.images, imageUid, frame))
            annotations.push_back(&annotation);
    std::ranges::stable_sort(annotations, {}, [&](const auto* annotation) { return orderOf(*annotation); });
    for (const auto* annotation : annotations)
        paintAnnotation(painter, *annotation);
    painter.restore();
}

void PresentationPainter::paintAnnotation(QPainter& painter,
                                          const dicom::GraphicAnnotation& annotation) const {
    for (const auto& graphic : annotation.graphics)
        paintGraphic(painter, graphic);
    for (const auto& text : annotation.texts)
        paintText(painter, text);
}

QPointF PresentationPainter::inView(imaging::FilmPoint point, dicom::GraphicUnits units) const {
    if (units == dicom::GraphicUnits::display)
        return {m_areaInView.left() + point.x * m_areaInView.width(),
                m_areaInView.top() + point.y * m_areaInView.height()};
    return m_filmToView.map(pointOf(point));
}

QPainterPath PresentationPainter::pathOf(const dicom::GraphicObject& graphic) const {
    QPolygonF points;
    for (const auto& point : graphic.points)
        points << inView(point, graphic.units);
    QPainterPath path;
    switch (graphic.kind) {
    case GraphicKind::point: {
        const double reach = px(4);
        path.moveTo(points.front() - QPointF(reach, 0));
        path.lineTo(points.front() + QPointF(reach, 0));
        path.moveTo(points.front() - QPointF(0, reach));
        path.lineTo(points.front() + QPointF(0, reach));
        break;
    }
    case GraphicKind::polyline:
        path.addPolygon(points);
        break;
    case GraphicKind::interpolated:
        return curveThrough(points);
    case GraphicKind::circle: {
        const double radius = QLineF(points[0], points[1]).length();
        path.addEllipse(points[0], radius, radius);
        break;
    }
    case GraphicKind::ellipse:
        return ellipseThrough(points);
    }
    return path;
}

void PresentationPainter::paintGraphic(QPainter& painter, const dicom::GraphicObject& graphic) const {
    const QPainterPath path = pathOf(graphic);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(onFilm(Token::canvas, 0.55F), px(3.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    if (graphic.isFilled)
        painter.setBrush(onFilm(Token::text, 0.35F)); // the film stays to be seen
    painter.setPen(QPen(onFilm(Token::text), px(1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

/// In its box, or beside its anchor.
QRectF PresentationPainter::placeOf(const TextObject& text, QSizeF size) const {
    if (!text.box)
        return {inView(text.anchor->point, text.anchor->units) + QPointF(px(6), -size.height() / 2), size};
    const QRectF box =
        QRectF(inView(text.box->from, text.box->units), inView(text.box->to, text.box->units)).normalized();
    QRectF place(box.topLeft(), size);
    if (text.box->justification == TextObject::Justification::right)
        place.moveRight(box.right());
    else if (text.box->justification == TextObject::Justification::centre)
        place.moveCenter({box.center().x(), place.center().y()});
    return place;
}

void PresentationPainter::paintText(QPainter& painter, const TextObject& text) const {
    const QString words = QString::fromStdString(text.text);
    const QFontMetricsF metrics(painter.font());
    const QSizeF size = metrics.size(0, words) + QSizeF(px(12), px(6));
    const QRectF place = placeOf(text, size);
    if (text.anchor && (text.anchor->isVisible || !text.box)) {
        const QPointF anchor = inView(text.anchor->point, text.anchor->units);
        const QPointF end(std::clamp(anchor.x(), place.left(), place.right()),
                          std::clamp(anchor.y(), place.top(), place.bottom()));
        painter.setPen(QPen(onFilm(Token::text2, 0.8F), px(1), Qt::DotLine));
        painter.drawLine(anchor, end);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(onFilm(Token::canvas, 0.72F));
    painter.drawRoundedRect(place, px(4), px(4));
    painter.setPen(onFilm(Token::text));
    const auto side = text.box ? alignmentOf(text.box->justification) : Qt::AlignLeft;
    painter.drawText(place.adjusted(px(6), px(3), -px(6), -px(3)),
                     int(side | Qt::AlignVCenter) | Qt::TextDontClip, words);
}

} // namespace pleurascope::ui::review
