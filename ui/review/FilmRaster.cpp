// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmRaster.h"

#include "engine/imaging/Crop.h"
#include "engine/imaging/ScreenPixels.h"
#include "ui/review/ShutterPath.h"
#include "ui/widgets/PixmapConversion.h"

#include <QPainter>

#include <cmath>

namespace pleurascope::ui::review {

namespace {

constexpr int stillness = 60;   ///< ms without a change before an enlargement is refined
constexpr int patience = 30;    ///< ms without a change before another part is cut: the hand comes first
constexpr double margin = 0.25; ///< of the view on each side, so that a short pan finds its pixels ready

/// By less than any pixel: edges went through view coordinates and back.
QRectF grown(const QRectF& region) {
    return region.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
}

} // namespace

FilmRaster::FilmRaster(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(1);
    m_still.setSingleShot(true);
    m_still.setInterval(stillness);
    connect(&m_still, &QTimer::timeout, this, &FilmRaster::requestFine);
    m_wanting.setSingleShot(true);
    m_wanting.setInterval(patience);
    connect(&m_wanting, &QTimer::timeout, this, &FilmRaster::requestPart);
}

FilmRaster::~FilmRaster() {
    m_task.cancel();
    m_fineTask.cancel();
}

void FilmRaster::setFilm(const LoadedFilm& film) {
    clear();
    m_film = film;
    m_display = film.initial;
    const core::PixelBuffer& pixels = film.film->image.pixels;
    m_hidden = hiddenByShutter(film.film->image.display, {pixels.width(), pixels.height()});
    m_geometry = {};
    m_overview = FilmPart::of(film.overview, QRectF(0, 0, pixels.width(), pixels.height()),
                              double(film.overview.pixels.width()) / pixels.width(), {});
}

void FilmRaster::clear() {
    m_task.cancel();
    m_fineTask.cancel();
    m_wanting.stop();
    m_still.stop();
    m_film = {};
    m_part = {};
    m_levels = {};
    m_fine = m_picture = m_overviewPicture = {};
    m_overview = {};
    m_hidden = {};
}

void FilmRaster::setPlanesShown(bool overlays, bool shutter) {
    m_overlaysShown = overlays;
    m_shutterShown = shutter;
}

void FilmRaster::setDisplay(const FilmDisplay& display) {
    m_display = display;
    refineWhenStill();
}

void FilmRaster::refineWhenStill() {
    if (wantsFine())
        m_still.start();
}

void FilmRaster::setGeometry(const ViewGeometry& geometry) {
    const bool turned = !(geometry.orientation() == m_geometry.orientation());
    m_geometry = geometry;
    if (!m_film.film || geometry.isEmpty())
        return;
    if (turned) {
        m_part = {};
        m_levels = {};
        m_fine = m_picture = m_overviewPicture = {};
        m_overview =
            FilmPart::of(m_film.overview, m_overview.region(), m_overview.zoom(), geometry.orientation());
    }
    if (!isSharp()) {
        m_task.cancel();
        if (m_part.isEmpty())
            requestPart();
        else
            m_wanting.start();
    }
    refineWhenStill();
}

void FilmRaster::setInterpolation(imaging::Interpolation interpolation) {
    m_interpolation = interpolation;
    m_fine = m_picture = {};
    refineWhenStill();
}

bool FilmRaster::coversView(const FilmPart& part) const {
    return !part.isEmpty() && grown(part.region()).contains(m_geometry.visibleFilmRect());
}

bool FilmRaster::isSharp() const {
    return coversView(m_part) && std::abs(m_part.zoom() - std::min(1.0, m_geometry.zoom())) < 1e-9;
}

bool FilmRaster::wantsFine() const {
    return m_geometry.zoom() > 1 && m_interpolation == imaging::Interpolation::lanczos && isSharp();
}

bool FilmRaster::isFinal() const {
    return isSharp() && (!wantsFine() || m_fine.serves(placementOf(m_part), m_display));
}

void FilmRaster::paint(QPainter& painter) {
    if (!m_film.film)
        return;
    if (!coversView(m_part))
        paintPart(painter, m_overview, m_overviewPicture);
    if (!m_part.isEmpty())
        paintPart(painter, m_part, m_picture);
    paintShutter(painter, m_geometry.filmToView());
}

void FilmRaster::paintShutter(QPainter& painter, const QTransform& filmToDevice) const {
    if (m_hidden.isEmpty() || !m_shutterShown)
        return;
    const int grey = m_film.film->image.display.shutter->presentationValue / 257;
    const int level = m_display.inverted ? 255 - grey : grey;
    painter.fillPath(filmToDevice.map(m_hidden), QColor(level, level, level));
}

/// Cut along whole view pixels, so that the part is painted pixel by pixel.
QRectF FilmRaster::wantedRegion() const {
    const QSizeF view = m_geometry.viewSize();
    const QRectF reach = QRectF({0, 0}, view)
                             .adjusted(-view.width() * margin, -view.height() * margin, view.width() * margin,
                                       view.height() * margin);
    if (m_geometry.zoom() >= 1)
        return QRectF(m_geometry.rectOnFilm(reach).toAlignedRect()) &
               QRectF(QPointF(0, 0), QSizeF(m_geometry.filmSize()));
    return m_geometry.rectOnFilm(QRectF((reach & m_geometry.filmRectInView()).toAlignedRect()));
}

void FilmRaster::requestPart() {
    if (!m_film.film || m_geometry.isEmpty() || isSharp())
        return;
    auto work = [film = m_film.film, region = wantedRegion(), zoom = std::min(1.0, m_geometry.zoom()),
                 orientation = m_geometry.orientation()](const std::stop_token& stop) {
        return FilmPart::cut(film->image, region, zoom, orientation, stop);
    };
    m_task.start(work, [this](FilmPart part) {
        if (part.isEmpty())
            return;
        m_part = std::move(part);
        m_levels = {};
        m_fine = m_picture = {};
        refineWhenStill();
        Q_EMIT sharpened();
    });
}

void FilmRaster::requestFine() {
    if (!wantsFine() || isFinal())
        return;
    auto work = [part = m_part, placement = placementOf(m_part),
                 display = m_display](const std::stop_token&) {
        return pictureOf(part, placement, display, imaging::Interpolation::lanczos, {});
    };
    m_fineTask.start(work, [this](Picture fine) {
        m_fine = std::move(fine);
        Q_EMIT sharpened();
    });
}

/// Windowed, then scaled, then in the screen's format: QPainter's own smooth scaling takes ten times as long,
/// and so does its conversion of grey.
FilmRaster::Picture FilmRaster::pictureOf(const FilmPart& part, const Placement& placement,
                                          const FilmDisplay& display, imaging::Interpolation interpolation,
                                          const core::PixelBuffer& whole) {
    const imaging::PixelRect& seen = placement.source;
    const QSize size = placement.target.size();
    core::PixelBuffer levels = whole.isEmpty() ? part.levels(display, seen) : whole;
    const imaging::PixelRect source =
        whole.isEmpty() ? imaging::PixelRect{0, 0, seen.width, seen.height} : seen;
    if (size != QSize(seen.width, seen.height))
        levels = imaging::magnified(levels, source, size.width(), size.height(), interpolation);
    else if (!whole.isEmpty())
        levels = imaging::crop(levels, {seen.left, seen.top, seen.left + seen.width, seen.top + seen.height});
    return {placement, display, widgets::toScreenImage(imaging::screenPixels(levels))};
}

bool FilmRaster::standsPixelByPixel(const FilmPart& part) const {
    const bool sameZoom = std::abs(part.zoom() - m_geometry.zoom()) < 1e-9;
    return sameZoom && (m_geometry.zoom() < 1 || part.pixelAspect() == 1);
}

FilmRaster::Placement FilmRaster::placementOf(const FilmPart& part) const {
    QRectF target = m_geometry.rectInView(part.region());
    const bool pixelByPixel = standsPixelByPixel(part);
    if (pixelByPixel)
        target = QRectF(target.topLeft().toPoint(), QSizeF(part.size()));
    const QRectF seen = target & QRectF({0, 0}, m_geometry.viewSize());
    const double across = part.size().width() / target.width();
    const double down = part.size().height() / target.height();
    const QRectF wanted((seen.left() - target.left()) * across, (seen.top() - target.top()) * down,
                        seen.width() * across, seen.height() * down);
    const int beside = pixelByPixel ? 0 : 1; // what lies beside is needed between pixels
    const QRect source =
        wanted.toAlignedRect().adjusted(-beside, -beside, beside, beside) & QRect(QPoint(0, 0), part.size());
    const QPointF corner = target.topLeft();
    const QPoint from = (corner + QPointF(source.left() / across, source.top() / down)).toPoint();
    const QPoint to =
        (corner + QPointF((source.right() + 1) / across, (source.bottom() + 1) / down)).toPoint();
    return {{source.x(), source.y(), source.width(), source.height()},
            QRect(from, QSize(std::max(1, to.x() - from.x()), std::max(1, to.y() - from.y())))};
}

/// Of the whole sharp part, where the film has moved and its window has not: then they serve again and again.
/// While the window changes, only what is seen is worth it: nothing.
core::PixelBuffer FilmRaster::levelsWhileMoving() {
    const bool isMoving = m_levels.display == m_display;
    m_levels.display = m_display;
    if (!isMoving)
        m_levels.pixels = {};
    else if (m_levels.pixels.isEmpty())
        m_levels.pixels = m_part.levels(m_display);
    return m_levels.pixels;
}

void FilmRaster::paintPart(QPainter& painter, const FilmPart& part, Picture& last) {
    const Placement placement = placementOf(part);
    if (placement.source.width <= 0 || placement.source.height <= 0)
        return;
    const bool isOwn = &part == &m_part;
    const bool squares = m_interpolation == imaging::Interpolation::nearest && m_geometry.zoom() > 1;
    const bool isFine = isOwn && wantsFine() && m_fine.serves(placement, m_display);
    if (!isFine && !last.serves(placement, m_display))
        last = pictureOf(part, placement, m_display,
                         squares ? imaging::Interpolation::nearest : imaging::Interpolation::linear,
                         isOwn ? levelsWhileMoving() : core::PixelBuffer());
    painter.setCompositionMode(QPainter::CompositionMode_Source); // opaque: copied, not blended
    painter.drawImage(placement.target.topLeft(), isFine ? m_fine.image : last.image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    if (m_overlaysShown && !part.overlays().isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(m_geometry.rectInView(part.region()), part.overlays());
    }
}

} // namespace pleurascope::ui::review
