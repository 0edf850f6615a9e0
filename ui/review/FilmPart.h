// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Orientation.h"
#include "engine/imaging/PixelRect.h"
#include "ui/review/LoadedFilm.h"

#include <QImage>
#include <QRectF>

#include <stop_token>

namespace pleurascope::ui::review {

/// A part of a film at some resolution, as it lies on the screen: stored values that are ready to be
/// windowed, and the picture of the last window. Made on a worker, windowed where it is painted; copies share
/// all.
class FilmPart {
public:
    FilmPart() = default;
    /// `region` in film coordinates, brought to `zoom` view pixels a film pixel; never above its own size.
    /// Empty when stopped.
    static FilmPart cut(const imaging::Image& film, const QRectF& region, double zoom,
                        imaging::Orientation orientation, const std::stop_token& stop);
    /// An image that is there already and shows `region` of a film.
    static FilmPart of(const imaging::Image& image, const QRectF& region, double zoom,
                       imaging::Orientation orientation);

    [[nodiscard]] bool isEmpty() const { return !m_image; }
    [[nodiscard]] const QRectF& region() const { return m_region; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] double pixelAspect() const { return m_image->display.pixelAspect; }
    /// In pixels, as it lies.
    [[nodiscard]] QSize size() const { return {m_image->pixels.width(), m_image->pixels.height()}; }
    /// The levels of some of its pixels for this display: u8, 1 or 3 channels.
    [[nodiscard]] core::PixelBuffer levels(const FilmDisplay& display, const imaging::PixelRect& part) const;
    [[nodiscard]] core::PixelBuffer levels(const FilmDisplay& display) const;
    /// As large as the part, transparent; null where the file draws nothing here.
    [[nodiscard]] const QImage& overlays() const { return m_overlays; }

private:
    QRectF m_region;
    double m_zoom = 0;
    std::shared_ptr<const imaging::Image> m_image;
    std::shared_ptr<const imaging::GreyRenderer> m_renderer; ///< null for colour
    QImage m_overlays;
};

} // namespace pleurascope::ui::review
