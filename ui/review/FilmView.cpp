// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmView.h"

#include "ui/review/FilmFurniture.h"
#include "ui/review/ToolCursor.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QFocusEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::Theme;
using widgets::Token;

namespace {

constexpr double zoomPerWheelStep = 1.2;
constexpr double zoomPerPixel = 1.01;

WindowDrag::Speed speedFor(Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ControlModifier)
        return WindowDrag::Speed::fine;
    return modifiers & Qt::ShiftModifier ? WindowDrag::Speed::coarse : WindowDrag::Speed::normal;
}

} // namespace

FilmView::FilmView(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Film"));
    connect(&m_raster, &FilmRaster::sharpened, this, qOverload<>(&QWidget::update));
    connect(&Theme::current(), &Theme::themeChanged, this, &FilmView::adoptView);
    updateCursor();
}

void FilmView::showFilm(const LoadedFilm& film, int index, int count) {
    m_film = film;
    m_message.clear();
    m_drag.reset();
    m_evidence.reset();
    m_display = film.initial;
    m_notes = CornerNotes::of(film.film->header, index, count);
    m_geometry.setFilmSize({film.film->image.pixels.width(), film.film->image.pixels.height()},
                           film.film->image.display.pixelAspect);
    m_raster.setFilm(film);
    updateCursor();
    adoptView();
    Q_EMIT displayChanged(m_display);
}

void FilmView::showFrame(const LoadedFilm& film) {
    // An automatic window stays for all frames: one of each frame's own would flicker.
    const bool adoptsWindow = m_display == m_film.initial && film.bringsWindow();
    const imaging::Window automatic = m_film.initial.window;
    m_film = film;
    if (!film.bringsWindow())
        m_film.initial.window = automatic;
    m_raster.setFilm(film);
    m_raster.setGeometry(m_geometry);
    setDisplay(adoptsWindow ? film.initial : m_display);
}

void FilmView::showError(const QString& sentence) {
    showNothing(sentence);
    m_isError = true;
}

void FilmView::showNothing(const QString& sentence) {
    m_film = {};
    m_message = sentence;
    m_isError = false;
    m_drag.reset();
    m_evidence.reset();
    m_raster.clear();
    m_geometry.setFilmSize({});
    updateCursor();
    update();
}

void FilmView::setDisplay(const FilmDisplay& display) {
    m_display = display;
    m_raster.setDisplay(display);
    update();
    Q_EMIT displayChanged(m_display);
}

void FilmView::setEvidence(std::shared_ptr<const EvidenceLayer> evidence) {
    m_evidence = std::move(evidence);
    update();
}

void FilmView::setMapHidden(bool hidden) {
    m_mapHidden = hidden;
    update();
}

void FilmView::setPlanesShown(bool overlays, bool shutter) {
    m_raster.setPlanesShown(overlays, shutter);
    update();
}

void FilmView::setMapMode(MapMode mode) {
    m_mapMode = mode;
    update();
}

void FilmView::setMapOpacity(double opacity) {
    m_mapOpacity = opacity;
    update();
}

void FilmView::setTool(FilmTool tool) {
    m_tool = tool;
    updateCursor();
    Q_EMIT toolChanged(tool);
}

QSize FilmView::minimumSizeHint() const {
    return {px(320), px(320)};
}

void FilmView::fit() {
    m_geometry.fit();
    geometryChanged();
}

void FilmView::showOneToOne() {
    m_geometry.showOneToOne();
    geometryChanged();
}

void FilmView::invert() {
    if (!hasFilm())
        return;
    FilmDisplay display = m_display;
    display.inverted = !display.inverted;
    setDisplay(display);
}

void FilmView::reset() {
    if (!hasFilm())
        return;
    fit();
    setDisplay(m_film.initial);
}

void FilmView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().colour(Token::canvas));
    if (!hasFilm()) {
        FilmFurniture{QRectF(rect())}.paintMessage(painter, m_message, m_isError);
        return;
    }
    const double ratio = devicePixelRatioF();
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    m_raster.paint(painter);
    paintEvidence(painter);
    painter.restore();
    const FilmFurniture furniture{QRectF(rect())};
    furniture.paintNotes(
        painter, m_notes,
        CornerNotes::viewLines(m_display.window, m_film.film->image.isGrey(), m_geometry.zoom()));
    furniture.paintRuler(painter, m_film.film->header.instance.spacing,
                         m_geometry.filmToView().m22() / ratio);
    if (hasVisibleEvidence())
        furniture.paintEvidenceBar(painter, m_evidence->layerName());
    if (m_keyboardFocus && hasFocus()) {
        painter.setPen(QPen(Theme::current().onFilm(Token::accent), px(2)));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void FilmView::resizeEvent(QResizeEvent*) {
    adoptView();
}

void FilmView::mousePressEvent(QMouseEvent* event) {
    m_keyboardFocus = false;
    if (!hasFilm() || m_drag)
        return;
    Drag drag;
    drag.button = event->button();
    drag.tool = drag.button == Qt::MiddleButton  ? FilmTool::pan
                : drag.button == Qt::RightButton ? FilmTool::zoom
                                                 : m_tool;
    drag.start = drag.last = event->position();
    if (drag.tool == FilmTool::window) {
        if (!m_film.film->image.isGrey())
            return;
        drag.window.emplace(m_display.window, m_film.range, darkIsHigh());
    }
    m_drag = std::move(drag);
    updateCursor();
}

void FilmView::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag)
        dragTo(event->position(), event->modifiers());
}

void FilmView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_drag && m_drag->button == event->button()) {
        m_drag.reset();
        updateCursor();
    }
}

void FilmView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const int turned = event->angleDelta().y();
    if (event->modifiers() & Qt::ControlModifier) {
        m_geometry.zoomAt(std::pow(zoomPerWheelStep, turned / 120.0),
                          event->position() * devicePixelRatioF());
        geometryChanged();
        return;
    }
    m_wheel += turned; // touch pads send fractions of a step
    while (std::abs(m_wheel) >= 120) {
        const int step = m_wheel < 0 ? 1 : -1;
        m_wheel += step * 120;
        Q_EMIT stepRequested(step);
    }
}

void FilmView::focusInEvent(QFocusEvent* event) {
    m_keyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void FilmView::focusOutEvent(QFocusEvent*) {
    update();
}

void FilmView::adoptView() {
    const double ratio = devicePixelRatioF();
    m_geometry.setView(QSizeF(size()) * ratio, FilmFurniture::margins() * ratio);
    geometryChanged();
}

void FilmView::geometryChanged() {
    m_raster.setGeometry(m_geometry);
    update();
}

void FilmView::updateCursor() {
    if (!hasFilm())
        unsetCursor();
    else if (m_drag && m_drag->tool == FilmTool::pan)
        setCursor(Qt::ClosedHandCursor);
    else
        setCursor(toolCursor(m_drag ? m_drag->tool : m_tool));
}

bool FilmView::darkIsHigh() const {
    return m_film.film->image.display.inverted != m_display.inverted;
}

void FilmView::dragTo(QPointF position, Qt::KeyboardModifiers modifiers) {
    const QPointF delta = position - m_drag->last;
    m_drag->last = position;
    const double ratio = devicePixelRatioF();
    switch (m_drag->tool) {
    case FilmTool::window: {
        m_drag->window->moveBy(delta, speedFor(modifiers));
        FilmDisplay display = m_display;
        display.window = m_drag->window->window();
        display.voiTable = -1;
        setDisplay(display);
        return;
    }
    case FilmTool::pan:
        m_geometry.panBy(delta * ratio);
        break;
    case FilmTool::zoom:
        m_geometry.zoomAt(std::pow(zoomPerPixel, -delta.y()), m_drag->start * ratio);
        break;
    }
    geometryChanged();
}

bool FilmView::hasVisibleEvidence() const {
    return m_evidence && !m_evidence->isEmpty() && !m_mapHidden && m_mapMode != MapMode::off &&
           m_film.frame == 0;
}

void FilmView::paintEvidence(QPainter& painter) const {
    if (!hasVisibleEvidence())
        return;
    if (m_mapMode == MapMode::outline)
        m_evidence->paintOutline(painter, m_geometry.filmToView(), m_mapOpacity, devicePixelRatioF());
    else if (m_mapMode == MapMode::heat)
        m_evidence->paintHeat(painter, m_geometry.filmToView(), m_mapOpacity);
}

} // namespace pleurascope::ui::review
