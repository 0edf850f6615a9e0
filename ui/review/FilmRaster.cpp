// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmRaster.h"

#include "ui/review/ShutterPath.h"
#include "ui/widgets/PixmapConversion.h"

#include <QPainter>

#include <cmath>

namespace pleurascope::ui::review {

namespace {

constexpr int stillness = 60;   ///< ms without a change before an enlargement is refined
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
    m_film = {};
    m_part = {};
    m_fine.reset();
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
        m_overview =
            FilmPart::of(m_film.overview, m_overview.region(), m_overview.zoom(), geometry.orientation());
    }
    if (!isSharp())
        requestPart();
    refineWhenStill();
}

void FilmRaster::setInterpolation(imaging::Interpolation interpolation) {
    m_interpolation = interpolation;
    m_fine.reset();
    refineWhenStill();
}

bool FilmRaster::isSharp() const {
    if (m_part.isEmpty())
        return false;
    const double wanted = std::min(1.0, m_geometry.zoom());
    return std::abs(m_part.zoom() - wanted) < 1e-9 &&
           grown(m_part.region()).contains(m_geometry.visibleFilmRect());
}

bool FilmRaster::wantsFine() const {
    return m_geometry.zoom() > 1 && m_interpolation == imaging::Interpolation::lanczos && isSharp();
}

bool FilmRaster::isFinal() const {
    return isSharp() && (!wantsFine() || (m_fine && m_fine->placement == placementOf(m_part) &&
                                          m_fine->display == m_display));
}

void FilmRaster::paint(QPainter& painter) {
    if (!m_film.film)
        return;
    if (!isSharp())
        paintPart(painter, m_overview);
    if (!m_part.isEmpty())
        paintPart(painter, m_part);
    if (m_shutterShown)
        paintShutter(painter);
}

void FilmRaster::paintShutter(QPainter& painter) const {
    if (m_hidden.isEmpty())
        return;
    const int grey = m_film.film->image.display.shutter->presentationValue / 257;
    const int level = m_display.inverted ? 255 - grey : grey;
    painter.fillPath(m_geometry.filmToView().map(m_hidden), QColor(level, level, level));
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
    auto work = [film = m_film.film, region = wantedRegion(), zoom = std::min(1.0, m_geometry.zoom()),
                 orientation = m_geometry.orientation()](const std::stop_token& stop) {
        return FilmPart::cut(film->image, region, zoom, orientation, stop);
    };
    m_task.start(work, [this](FilmPart part) {
        if (part.isEmpty())
            return;
        m_part = std::move(part);
        refineWhenStill();
        Q_EMIT sharpened();
    });
}

void FilmRaster::requestFine() {
    if (!wantsFine() || isFinal())
        return;
    m_part.window(m_display);
    auto work = [placement = placementOf(m_part), display = m_display,
                 levels = m_part.levels()](const std::stop_token&) {
        return Fine{placement, display,
                    imaging::magnified(levels, placement.source, placement.target.width(),
                                       placement.target.height(), imaging::Interpolation::lanczos)};
    };
    m_fineTask.start(work, [this](Fine fine) {
        m_fine = std::move(fine);
        Q_EMIT sharpened();
    });
}

FilmRaster::Placement FilmRaster::placementOf(const FilmPart& part) const {
    const QRectF target = m_geometry.rectInView(part.region());
    const QRectF seen = target & QRectF({0, 0}, m_geometry.viewSize());
    const double across = part.levels().width() / target.width();
    const double down = part.levels().height() / target.height();
    const QRectF wanted((seen.left() - target.left()) * across, (seen.top() - target.top()) * down,
                        seen.width() * across, seen.height() * down);
    const QRect source = wanted.toAlignedRect().adjusted(-1, -1, 1, 1) &
                         QRect(0, 0, part.levels().width(), part.levels().height());
    const QPointF corner = target.topLeft();
    const QPoint from = (corner + QPointF(source.left() / across, source.top() / down)).toPoint();
    const QPoint to =
        (corner + QPointF((source.right() + 1) / across, (source.bottom() + 1) / down)).toPoint();
    return {{source.x(), source.y(), source.width(), source.height()},
            QRect(from, QSize(std::max(1, to.x() - from.x()), std::max(1, to.y() - from.y())))};
}

/// Scaled before it is painted: QPainter's own smooth scaling takes ten times as long.
void FilmRaster::paintPart(QPainter& painter, FilmPart& part) {
    part.window(m_display);
    const QRectF target = m_geometry.rectInView(part.region());
    const bool sameZoom = std::abs(part.zoom() - m_geometry.zoom()) < 1e-9;
    if (sameZoom && (m_geometry.zoom() < 1 || part.pixelAspect() == 1))
        painter.drawImage(target.topLeft().toPoint(), widgets::toImage(part.levels()));
    else
        paintScaled(painter, part);
    if (m_overlaysShown && !part.overlays().isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, part.overlays());
    }
}

void FilmRaster::paintScaled(QPainter& painter, const FilmPart& part) {
    const Placement placement = placementOf(part);
    if (placement.source.width <= 0 || placement.source.height <= 0)
        return;
    const bool isOwn = &part == &m_part;
    if (isOwn && m_fine && wantsFine() && m_fine->placement == placement && m_fine->display == m_display) {
        painter.drawImage(placement.target.topLeft(), widgets::toImage(m_fine->levels));
        return;
    }
    const bool squares = m_interpolation == imaging::Interpolation::nearest && m_geometry.zoom() > 1;
    painter.drawImage(placement.target.topLeft(),
                      widgets::toImage(imaging::magnified(part.levels(), placement.source,
                                                          placement.target.width(), placement.target.height(),
                                                          squares ? imaging::Interpolation::nearest
                                                                  : imaging::Interpolation::linear)));
}

} // namespace pleurascope::ui::review
