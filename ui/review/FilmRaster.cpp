// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmRaster.h"

#include "engine/imaging/Magnify.h"
#include "engine/imaging/OverlayPlanes.h"
#include "ui/review/ScaledFilm.h"
#include "ui/review/ShutterPath.h"
#include "ui/widgets/PixmapConversion.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

#include <cmath>

namespace pleurascope::ui::review {

namespace {

constexpr double margin = 0.25; ///< of the view on each side, so that a short pan finds its pixels ready

/// By less than any pixel: edges went through view coordinates and back.
QRectF grown(const QRectF& region) {
    return region.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
}

/// The overlays over `region` as light marks on nothing.
QImage overlayPicture(const std::vector<imaging::Overlay>& overlays, const QRectF& region, QSize size) {
    if (overlays.empty())
        return {};
    const core::PixelBuffer coverage = imaging::overlayCoverage(
        overlays, {region.x(), region.y(), region.width(), region.height()}, size.width(), size.height());
    if (coverage.isEmpty())
        return {};
    const QColor colour = widgets::Theme::current().onFilm(widgets::Token::text);
    QImage picture(size, QImage::Format_ARGB32_Premultiplied);
    const auto shares = coverage.samples<std::uint8_t>();
    for (int y = 0; y < size.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            line[x] =
                qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(),
                                   shares[std::size_t(y) * std::size_t(size.width()) + std::size_t(x)]));
    }
    return picture;
}

} // namespace

FilmRaster::FilmRaster(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

FilmRaster::~FilmRaster() {
    m_task.cancel();
}

void FilmRaster::setFilm(const LoadedFilm& film) {
    m_task.cancel();
    m_film = film;
    m_display = film.initial;
    m_part = {};
    const core::PixelBuffer& pixels = film.film->image.pixels;
    m_hidden = hiddenByShutter(film.film->image.display, {pixels.width(), pixels.height()});
    const QRectF whole(0, 0, pixels.width(), pixels.height());
    m_overview = partOf(film.overview, whole, double(film.overview.pixels.width()) / pixels.width());
}

void FilmRaster::clear() {
    m_task.cancel();
    m_film = {};
    m_part = {};
    m_overview = {};
    m_hidden = {};
}

void FilmRaster::setPlanesShown(bool overlays, bool shutter) {
    m_overlaysShown = overlays;
    m_shutterShown = shutter;
}

void FilmRaster::setDisplay(const FilmDisplay& display) {
    m_display = display;
    m_part.stale = true;
    m_overview.stale = true;
}

void FilmRaster::setGeometry(const ViewGeometry& geometry) {
    m_geometry = geometry;
    if (m_film.film && !geometry.isEmpty() && !isSharp())
        requestPart();
}

void FilmRaster::setSmoothEnlargement(bool smooth) {
    m_smooth = smooth;
}

bool FilmRaster::isSharp() const {
    if (!m_part.image)
        return false;
    const double wanted = std::min(1.0, m_geometry.zoom());
    return std::abs(m_part.zoom - wanted) < 1e-9 &&
           grown(m_part.region).contains(m_geometry.visibleFilmRect());
}

void FilmRaster::paint(QPainter& painter) {
    if (!m_film.film)
        return;
    if (!isSharp())
        paintPart(painter, m_overview);
    if (m_part.image)
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

FilmRaster::Part FilmRaster::makePart(const imaging::Image& film, const QRectF& region, double zoom,
                                      const std::stop_token& stop) {
    // Enlarged films are kept at their own size; a reduced one has the view's square pixels.
    const double down = zoom < 1 ? zoom * film.display.pixelAspect : 1;
    const QSize size(int(std::lround(region.width() * zoom)),
                     std::max(1, int(std::lround(region.height() * down))));
    return partOf(scaledFilm(film, region, size, stop), region, zoom);
}

FilmRaster::Part FilmRaster::partOf(imaging::Image image, const QRectF& region, double zoom) {
    Part part;
    part.region = region;
    part.zoom = zoom;
    if (image.pixels.isEmpty())
        return part; // stopped
    part.image = std::make_shared<const imaging::Image>(std::move(image));
    part.overlays = overlayPicture(part.image->display.overlays, region,
                                   {part.image->pixels.width(), part.image->pixels.height()});
    if (part.image->isGrey())
        part.renderer = std::make_shared<const imaging::GreyRenderer>(*part.image);
    return part;
}

/// Cut along whole view pixels, so that the part is painted pixel by pixel.
QRectF FilmRaster::wantedRegion() const {
    const QSizeF view = m_geometry.viewSize();
    const QRectF reach = QRectF({0, 0}, view)
                             .adjusted(-view.width() * margin, -view.height() * margin, view.width() * margin,
                                       view.height() * margin);
    const QRectF film(QPointF(0, 0), QSizeF(m_geometry.filmSize()));
    if (m_geometry.zoom() >= 1) {
        const QRectF part =
            QRectF(m_geometry.toFilm(reach.topLeft()), m_geometry.toFilm(reach.bottomRight()));
        return QRectF(part.toAlignedRect()) & film;
    }
    const QRectF inView = QRectF((reach & m_geometry.filmRectInView()).toAlignedRect());
    return {m_geometry.toFilm(inView.topLeft()), m_geometry.toFilm(inView.bottomRight())};
}

void FilmRaster::requestPart() {
    auto work = [film = m_film.film, region = wantedRegion(), zoom = std::min(1.0, m_geometry.zoom())](
                    const std::stop_token& stop) { return makePart(film->image, region, zoom, stop); };
    m_task.start(work, [this](Part part) {
        if (!part.image)
            return;
        m_part = std::move(part);
        Q_EMIT sharpened();
    });
}

void FilmRaster::refresh(Part& part) const {
    if (!part.stale)
        return;
    const auto& tables = part.image->display.voiTables;
    if (!part.renderer)
        part.levels = imaging::render(*part.image, m_display.window, m_display.inverted);
    else if (m_display.voiTable >= 0 && std::size_t(m_display.voiTable) < tables.size())
        part.levels =
            part.renderer->renderByTable(tables[std::size_t(m_display.voiTable)], m_display.inverted);
    else
        part.levels = part.renderer->render(m_display.window, m_display.inverted);
    part.picture = widgets::toImage(part.levels);
    part.stale = false;
}

/// What is seen of the part, enlarged before it is painted: QPainter's own smooth scaling takes ten times as
/// long.
void FilmRaster::paintMagnified(QPainter& painter, const Part& part) const {
    const QRectF seen = (m_geometry.visibleFilmRect() & part.region).translated(-part.region.topLeft());
    const QRect source = seen.toAlignedRect().adjusted(-1, -1, 1, 1) & part.picture.rect();
    if (source.isEmpty())
        return;
    const QPointF corner = part.region.topLeft();
    const QPoint from = m_geometry.toView(corner + QPointF(source.topLeft())).toPoint();
    const QPoint to = m_geometry.toView(corner + QPointF(source.bottomRight() + QPoint(1, 1))).toPoint();
    const core::PixelBuffer enlarged =
        imaging::magnified(part.levels, {source.x(), source.y(), source.width(), source.height()},
                           std::max(1, to.x() - from.x()), std::max(1, to.y() - from.y()));
    painter.drawImage(from, widgets::toImage(enlarged));
}

void FilmRaster::paintPart(QPainter& painter, Part& part) {
    refresh(part);
    QRectF target(m_geometry.toView(part.region.topLeft()), m_geometry.toView(part.region.bottomRight()));
    const bool pixelByPixel = m_geometry.zoom() < 1 && std::abs(part.zoom - m_geometry.zoom()) < 1e-9;
    const bool isSquare = part.image->display.pixelAspect == 1;
    if (pixelByPixel || (m_geometry.zoom() == 1 && isSquare))
        target = QRectF(target.topLeft().toPoint(), QSizeF(part.picture.size()));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_smooth || m_geometry.zoom() < 1);
    if (m_smooth && m_geometry.zoom() > 1 && part.zoom == 1)
        paintMagnified(painter, part);
    else
        painter.drawImage(target, part.picture);
    if (m_overlaysShown && !part.overlays.isNull())
        painter.drawImage(target, part.overlays);
}

} // namespace pleurascope::ui::review
