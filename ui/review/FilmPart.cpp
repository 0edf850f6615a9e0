// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmPart.h"

#include "engine/imaging/Crop.h"
#include "engine/imaging/OverlayPlanes.h"
#include "ui/review/ScaledFilm.h"
#include "ui/widgets/Theme.h"

#include <QTransform>

#include <cmath>

namespace pleurascope::ui::review {

namespace {

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

QImage laidDown(const QImage& picture, imaging::Orientation orientation) {
    if (picture.isNull() || orientation.isAsStored())
        return picture;
    return picture.mirrored(orientation.mirrored, false)
        .transformed(QTransform().rotate(90.0 * orientation.quarterTurns));
}

} // namespace

FilmPart FilmPart::cut(const imaging::Image& film, const QRectF& region, double zoom,
                       imaging::Orientation orientation, const std::stop_token& stop) {
    // Enlarged films are kept at their own size; a reduced one has the view's square pixels.
    const double down = zoom < 1 ? zoom * film.display.pixelAspect : 1;
    const QSize size(std::max(1, int(std::lround(region.width() * zoom))),
                     std::max(1, int(std::lround(region.height() * down))));
    return of(scaledFilm(film, region, size, stop), region, zoom, orientation);
}

FilmPart FilmPart::of(const imaging::Image& image, const QRectF& region, double zoom,
                      imaging::Orientation orientation) {
    FilmPart part;
    part.m_region = region;
    part.m_zoom = zoom;
    if (image.pixels.isEmpty())
        return part; // stopped
    part.m_overlays = laidDown(
        overlayPicture(image.display.overlays, region, {image.pixels.width(), image.pixels.height()}),
        orientation);
    part.m_image = std::make_shared<const imaging::Image>(
        imaging::Image{imaging::oriented(image.pixels, orientation), image.display});
    if (part.m_image->isGrey())
        part.m_renderer = std::make_shared<const imaging::GreyRenderer>(*part.m_image);
    return part;
}

core::PixelBuffer FilmPart::levels(const FilmDisplay& display, const imaging::PixelRect& part) const {
    if (!m_renderer)
        return imaging::render({imaging::crop(m_image->pixels, {part.left, part.top, part.left + part.width,
                                                                part.top + part.height}),
                                m_image->display},
                               display.window, display.inverted);
    const auto& tables = m_image->display.voiTables;
    if (display.voiTable >= 0 && std::size_t(display.voiTable) < tables.size())
        return m_renderer->renderPartByTable(tables[std::size_t(display.voiTable)], display.inverted, part);
    return m_renderer->renderPart(display.window, display.inverted, part);
}

core::PixelBuffer FilmPart::levels(const FilmDisplay& display) const {
    return levels(display, {0, 0, size().width(), size().height()});
}

} // namespace pleurascope::ui::review
