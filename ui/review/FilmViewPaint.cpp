// SPDX-License-Identifier: GPL-3.0-or-later
// FilmView's painting.
#include "ui/review/FilmFurniture.h"
#include "ui/review/FilmView.h"
#include "ui/review/marks/MarkPainter.h"
#include "ui/review/presentation/PresentationWords.h"
#include "ui/widgets/PixmapConversion.h"
#include "ui/widgets/Theme.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::Theme;
using widgets::Token;

void FilmView::paintEvent(QPaintEvent* event) {
    if (m_ratio != devicePixelRatioF())
        adoptView(); // on a screen of another density
    QPainter painter(this);
    paintGround(painter, event->region());
    if (!hasFilm()) {
        paintWithoutFilm(painter);
        paintBorder(painter);
        return;
    }
    paintFilm(painter);
    paintPresentation(painter, filmToLogical());
    paintMarks(painter, filmToLogical(), rect(), true);
    paintFurniture(painter, rect(), m_geometry, devicePixelRatioF(), m_probe);
    m_tool->paint(painter, *this);
    paintBorder(painter);
}

/// Black where no film will lie.
void FilmView::paintGround(QPainter& painter, const QRegion& region) const {
    QRegion ground = region;
    if (hasFilm()) {
        const QRectF film = filmToLogical().mapRect(QRectF(QPointF(0, 0), QSizeF(m_geometry.filmSize())));
        ground -= QRect(film.toAlignedRect().adjusted(2, 2, -2, -2));
    }
    for (const QRect& part : ground)
        painter.fillRect(part, Theme::current().colour(Token::canvas));
}

void FilmView::paintBorder(QPainter& painter) const {
    if (m_isChosen) {
        painter.setPen(QPen(Theme::current().onFilm(Token::accent), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    if (m_keyboardFocus && hasFocus()) {
        painter.setPen(QPen(Theme::current().onFilm(Token::accent), px(2)));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void FilmView::paintFilm(QPainter& painter) {
    const double ratio = devicePixelRatioF();
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    m_raster.paint(painter);
    paintEvidence(painter, m_geometry.filmToView(), ratio);
    painter.restore();
}

bool FilmView::hasVisibleEvidence() const {
    return m_evidence && !m_evidence->isEmpty() && !m_mapHidden && m_mapMode != MapMode::off &&
           m_film.frame == 0;
}

void FilmView::paintEvidence(QPainter& painter, const QTransform& filmToDevice, double ratio) const {
    if (!hasVisibleEvidence())
        return;
    if (m_mapMode == MapMode::outline)
        m_evidence->paintOutline(painter, filmToDevice, m_mapOpacity, ratio);
    else if (m_mapMode == MapMode::heat)
        m_evidence->paintHeat(painter, filmToDevice, m_mapOpacity);
}

std::vector<Mark> FilmView::shownMarks() const {
    std::vector<Mark> marks;
    if (m_marksHidden)
        return marks;
    for (const Mark& mark : m_marks.marks())
        if (mark.frame == m_film.frame)
            marks.push_back(mark);
    return marks;
}

void FilmView::paintMarks(QPainter& painter, const QTransform& filmToLogical, const QRectF& room,
                          bool withHand) const {
    const QString moving = !m_tool->movingMark().isEmpty() ? m_tool->movingMark() : m_editor->movingMark();
    MarkPainter(m_measured, filmToLogical, room)
        .paint(painter, shownMarks(), withHand ? m_marks.chosen() : QString(), moving);
}

QStringList FilmView::badges() const {
    QStringList badges;
    if (!m_caption.isEmpty())
        badges << m_caption;
    if (isKeyImage())
        badges << tr("Key image");
    if (m_film.presentation)
        badges << tr("Presentation: %1").arg(PresentationWords::nameOf(*m_film.presentation));
    const imaging::Orientation lying = m_geometry.orientation();
    if (lying.mirrored)
        badges << tr("Flipped");
    if (lying.quarterTurns != 0)
        badges << tr("Rotated %1°").arg(90 * lying.quarterTurns);
    if (m_display.inverted)
        badges << tr("Inverted");
    const QString lossy = CornerNotes::lossyBadge(m_film.film->header.instance);
    if (!lossy.isEmpty())
        badges << lossy;
    return badges;
}

EdgeLetters FilmView::edgeLetters() const {
    if (!m_cornerChoice.sides)
        return {};
    return EdgeLetters::of(m_film.film->header.instance.directions, m_geometry.orientation());
}

/// Notes, badges, letters at the edges, ruler and colour bar. `probe`: what lies under the pointer.
void FilmView::paintFurniture(QPainter& painter, const QRect& room, const ViewGeometry& geometry,
                              double ratio, const QString& probe) const {
    const FilmFurniture furniture{QRectF(room)};
    CornerNotes notes = m_notes;
    notes.bottomRight.prepend(m_measured.source());
    QStringList viewLines;
    if (m_cornerChoice.window)
        viewLines = CornerNotes::viewLines(m_display.window, m_film.film->image.isGrey(), m_geometry.zoom());
    const bool isSmall = FilmFurniture::isSmall(size()); // no room for the colour bar beside the film
    if (hasVisibleEvidence() && isSmall)
        viewLines.prepend(tr("Evidence relative, Grad-CAM"));
    if (!probe.isEmpty())
        viewLines.prepend(probe);
    notes = notes.chosen(m_cornerChoice);
    furniture.paintNotes(painter, notes, viewLines);
    furniture.paintBadges(painter, badges(), furniture.badgesTop(badges(), notes));
    furniture.paintEdges(painter, edgeLetters(), furniture.lettersTop(badges(), notes),
                         hasVisibleEvidence() && !isSmall);
    const double millimetres =
        geometry.orientation().swapsSides() ? m_measured.scale().x : m_measured.scale().y;
    if (m_measured.scale().unit != imaging::LengthUnit::pixels)
        furniture.paintRuler(painter, millimetres, geometry.verticalScale() / ratio);
    if (hasVisibleEvidence() && !isSmall)
        furniture.paintEvidenceBar(painter, m_evidence->layerName());
}

void FilmView::paintFilmBy(QPainter& painter, const QRect& target, const ViewGeometry& geometry, double ratio,
                           bool withHand) const {
    const QRectF whole(QPointF(0, 0), QSizeF(geometry.filmSize()));
    const QRectF region = QRectF(geometry.visibleFilmRect().toAlignedRect().adjusted(-1, -1, 1, 1)) & whole;
    painter.save();
    painter.fillRect(target, Theme::current().onFilm(Token::canvas));
    painter.translate(target.topLeft());
    if (!region.isEmpty()) {
        const FilmPart part = FilmPart::cut(m_film.film->image, region, std::min(1.0, geometry.zoom()),
                                            geometry.orientation(), {});
        const QRect place = geometry.rectInView(region).toRect();
        const core::PixelBuffer levels = part.levels(m_display);
        const core::PixelBuffer fitting =
            imaging::magnified(levels, {0, 0, levels.width(), levels.height()}, std::max(1, place.width()),
                               std::max(1, place.height()));
        painter.scale(1 / ratio, 1 / ratio);
        painter.drawImage(place.topLeft(), widgets::toImage(fitting));
        if (areOverlaysShown() && !part.overlays().isNull()) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(place, part.overlays());
        }
        m_raster.paintShutter(painter, geometry.filmToView());
        paintEvidence(painter, geometry.filmToView(), ratio);
        painter.scale(ratio, ratio);
        const QTransform filmToTarget = geometry.filmToView() * QTransform::fromScale(1 / ratio, 1 / ratio);
        paintPresentation(painter, filmToTarget);
        paintMarks(painter, filmToTarget, QRectF(QPointF(0, 0), target.size()), withHand);
    }
    painter.restore();
}

void FilmView::paintEnlarged(QPainter& painter, const QRect& target, QPointF film, int factor) const {
    ViewGeometry geometry = m_geometry;
    geometry.setView(QSizeF(target.size()) * devicePixelRatioF());
    geometry.setZoom(factor);
    geometry.centreOn(film);
    paintFilmBy(painter, target, geometry, devicePixelRatioF(), true);
}

QSize FilmView::lyingSize() const {
    const QSize size(m_geometry.filmSize().width(),
                     qRound(m_geometry.filmSize().height() * m_geometry.pixelAspect()));
    return m_geometry.orientation().swapsSides() ? size.transposed() : size;
}

void FilmView::paintWhole(QPainter& painter, const QRect& target, double ratio) const {
    ViewGeometry geometry = m_geometry;
    geometry.setView(QSizeF(target.size()) * ratio);
    geometry.fit();
    paintFilmBy(painter, target, geometry, ratio, false);
    const FilmFurniture furniture{QRectF(target)};
    furniture.paintBadges(painter, badges(), furniture.badgesTop(badges(), {}));
    furniture.paintEdges(painter, edgeLetters(), furniture.lettersTop(badges(), {}), false);
    const bool swapped = geometry.orientation().swapsSides();
    if (m_measured.scale().unit != imaging::LengthUnit::pixels)
        furniture.paintRuler(painter, swapped ? m_measured.scale().x : m_measured.scale().y,
                             geometry.verticalScale() / ratio);
}

void FilmView::paintAsShown(QPainter& painter, const QRect& target, double ratio) const {
    constexpr double smallestWords = 0.75; // of the screen's: smaller ones are not read on paper
    QRectF shown(QPointF(), QSizeF(size()).scaled(target.size(), Qt::KeepAspectRatio));
    shown.moveCenter(QRectF(target).center());
    const double factor = shown.width() / width();
    const double unit = std::clamp(factor, smallestWords, 1.0);
    const QRect room(QPoint(0, 0), (shown.size() / unit).toSize());
    const ViewGeometry geometry = m_geometry.magnified(factor * ratio / devicePixelRatioF());
    painter.save();
    painter.translate(shown.topLeft());
    painter.scale(unit, unit);
    painter.setClipRect(room);
    paintFilmBy(painter, room, geometry, ratio * unit, false);
    paintFurniture(painter, room, geometry, ratio * unit, {});
    painter.restore();
}

QImage FilmView::picture() {
    const double ratio = devicePixelRatioF();
    QImage image(size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    painter.fillRect(rect(), Theme::current().onFilm(Token::canvas));
    if (hasFilm()) {
        paintFilm(painter);
        paintPresentation(painter, filmToLogical());
        paintMarks(painter, filmToLogical(), rect(), false);
        paintFurniture(painter, rect(), m_geometry, ratio, {});
    }
    return image;
}

} // namespace pleurascope::ui::review
