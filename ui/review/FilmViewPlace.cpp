// SPDX-License-Identifier: GPL-3.0-or-later
// What FilmView does at once with the film's place and polarity; each can be undone.
#include "ui/review/FilmView.h"
#include "ui/review/WindowDrag.h"

#include <QScreen>

namespace pleurascope::ui::review {

void FilmView::fit() {
    changeGeometry(tr("Fit"), [](ViewGeometry& geometry) { geometry.fit(); });
}

void FilmView::showOneToOne() {
    changeGeometry(tr("One to one"), [](ViewGeometry& geometry) { geometry.showOneToOne(); });
}

/// Device pixels of the screen.
double FilmView::dotsAMillimetre() const {
    constexpr double millimetresAnInch = 25.4;
    return screen()->physicalDotsPerInchX() * devicePixelRatioF() / millimetresAnInch;
}

void FilmView::showRealSize() {
    if (!hasFilm() || m_measured.scale().unit == imaging::LengthUnit::pixels)
        return;
    changeGeometry(tr("Real size"), [zoom = m_measured.scale().x * dotsAMillimetre()](
                                        ViewGeometry& geometry) { geometry.setZoom(zoom); });
}

void FilmView::zoomBy(double steps) {
    zoomByWheel(steps, QRectF(rect()).center());
}

void FilmView::moveBy(QPointF distance) {
    changeGeometry(tr("Move"),
                   [&](ViewGeometry& geometry) { geometry.panBy(distance * devicePixelRatioF()); });
}

void FilmView::chooseDisplay(const FilmDisplay& display) {
    change(tr("Window"), [&] { setDisplay(display); });
}

void FilmView::moveWindow(QPointF distance) {
    if (!hasFilm() || !m_film.film->image.isGrey())
        return;
    const bool darkIsHigh = m_film.film->image.display.inverted != m_display.inverted;
    WindowDrag drag(m_display.window, m_film.range, darkIsHigh);
    drag.moveBy(distance, WindowDrag::Speed::normal);
    chooseDisplay(m_display.by(drag.window()));
}

void FilmView::turn(int quarters) {
    changeGeometry(tr("Rotate"), [quarters](ViewGeometry& geometry) {
        geometry.setOrientation(geometry.orientation().turned(quarters));
    });
}

void FilmView::flip() {
    changeGeometry(tr("Flip"), [](ViewGeometry& geometry) {
        geometry.setOrientation(geometry.orientation().flippedLeftRight());
    });
}

void FilmView::invert() {
    change(tr("Invert"), [this] {
        FilmDisplay display = m_display;
        display.inverted = !display.inverted;
        setDisplay(display);
    });
}

void FilmView::reset() {
    change(tr("Reset"), [this] {
        layOutPresentation();
        setDisplay(m_film.initial);
    });
}

} // namespace pleurascope::ui::review
