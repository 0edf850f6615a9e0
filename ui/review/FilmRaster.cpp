// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmRaster.h"

#include "ui/review/ScaledFilm.h"
#include "ui/widgets/PixmapConversion.h"

#include <QPainter>

#include <cmath>

namespace pleurascope::ui::review {

namespace {

constexpr double margin = 0.25; ///< of the view on each side, so that a short pan finds its pixels ready

/// By less than any pixel: edges went through view coordinates and back.
QRectF grown(const QRectF& region) {
    return region.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
}

/// The look-up table's picture has no `invert` of its own.
core::PixelBuffer complement(const core::PixelBuffer& pixels) {
    std::vector<std::uint8_t> samples(pixels.sampleCount());
    const auto source = pixels.samples<std::uint8_t>();
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = std::uint8_t(255 - source[i]);
    return core::PixelBuffer::fromVector(pixels.width(), pixels.height(), pixels.channels(),
                                         core::SampleType::u8, std::move(samples));
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
    const QRectF whole(0, 0, pixels.width(), pixels.height());
    m_overview = partOf(film.overview, whole, double(film.overview.pixels.width()) / pixels.width());
}

void FilmRaster::clear() {
    m_task.cancel();
    m_film = {};
    m_part = {};
    m_overview = {};
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
}

FilmRaster::Part FilmRaster::makePart(const imaging::Image& film, const QRectF& region, double zoom,
                                      const std::stop_token& stop) {
    const QSize size(int(std::lround(region.width() * zoom)), int(std::lround(region.height() * zoom)));
    return partOf(scaledFilm(film, region, size, stop), region, zoom);
}

FilmRaster::Part FilmRaster::partOf(imaging::Image image, const QRectF& region, double zoom) {
    Part part;
    part.region = region;
    part.zoom = zoom;
    if (image.pixels.isEmpty())
        return part; // stopped
    part.image = std::make_shared<const imaging::Image>(std::move(image));
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
    core::PixelBuffer pixels;
    if (m_display.fileTable && part.renderer) {
        pixels = imaging::renderDefault(*part.image);
        if (m_display.inverted)
            pixels = complement(pixels);
    } else {
        pixels = part.renderer ? part.renderer->render(m_display.window, m_display.inverted)
                               : imaging::render(*part.image, m_display.window, m_display.inverted);
    }
    part.picture = widgets::toImage(pixels);
    part.stale = false;
}

void FilmRaster::paintPart(QPainter& painter, Part& part) {
    refresh(part);
    QRectF target(m_geometry.toView(part.region.topLeft()), m_geometry.toView(part.region.bottomRight()));
    const bool pixelByPixel = m_geometry.zoom() < 1 && std::abs(part.zoom - m_geometry.zoom()) < 1e-9;
    if (pixelByPixel || m_geometry.zoom() == 1)
        target = QRectF(target.topLeft().toPoint(), QSizeF(part.picture.size()));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_smooth || m_geometry.zoom() < 1);
    painter.drawImage(target, part.picture);
}

} // namespace pleurascope::ui::review
