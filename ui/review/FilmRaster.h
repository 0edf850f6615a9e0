// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/LoadedFilm.h"
#include "ui/review/ViewGeometry.h"
#include "ui/tasks/LatestTask.h"

#include <QImage>
#include <QObject>
#include <QPainterPath>
#include <QThreadPool>

class QPainter;

namespace pleurascope::ui::review {

/// A film as pixels of the screen. The film is brought to the view's resolution once for each zoom, on a
/// worker; a change of the window then only passes the visible pixels through one table. Until the sharp part
/// arrives its predecessor or the overview stands in, so painting never waits. Lives on the GUI thread; works
/// in device pixels.
class FilmRaster : public QObject {
    Q_OBJECT
public:
    explicit FilmRaster(QObject* parent = nullptr);
    ~FilmRaster() override;

    void setFilm(const LoadedFilm& film);
    void clear();
    void setDisplay(const FilmDisplay& display);
    /// Asks for the sharp part where the one at hand does not serve.
    void setGeometry(const ViewGeometry& geometry);
    /// What the file draws over the film and what it hides.
    void setPlanesShown(bool overlays, bool shutter);
    /// Above 1:1 film pixels are interpolated, or shown as squares.
    void setSmoothEnlargement(bool smooth);
    [[nodiscard]] bool isSharp() const;

    void paint(QPainter& painter);

Q_SIGNALS:
    /// There is something better to paint.
    void sharpened();

private:
    /// A part of the film at some resolution, ready to be windowed, and its last windowed picture.
    struct Part {
        QRectF region; ///< in film coordinates
        double zoom = 0;
        std::shared_ptr<const imaging::Image> image;
        std::shared_ptr<const imaging::GreyRenderer> renderer; ///< null for colour
        core::PixelBuffer levels;                              ///< the last window's
        QImage picture;                                        ///< views them
        QImage overlays; ///< as large as the picture, transparent; null where there are none
        bool stale = true;
    };

    static Part makePart(const imaging::Image& film, const QRectF& region, double zoom,
                         const std::stop_token& stop);
    static Part partOf(imaging::Image image, const QRectF& region, double zoom);
    [[nodiscard]] QRectF wantedRegion() const;
    void requestPart();
    void refresh(Part& part) const;
    void paintPart(QPainter& painter, Part& part);
    void paintMagnified(QPainter& painter, const Part& part) const;
    void paintShutter(QPainter& painter) const;

    QThreadPool m_pool;
    tasks::LatestTask<Part> m_task{&m_pool};
    LoadedFilm m_film;
    FilmDisplay m_display;
    ViewGeometry m_geometry;
    Part m_overview;
    Part m_part;
    QPainterPath m_hidden; ///< what the shutter hides, in film coordinates
    bool m_smooth = true;
    bool m_overlaysShown = true;
    bool m_shutterShown = true;
};

} // namespace pleurascope::ui::review
