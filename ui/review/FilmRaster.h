// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Magnify.h"
#include "ui/review/FilmPart.h"
#include "ui/review/ViewGeometry.h"
#include "ui/tasks/LatestTask.h"

#include <QImage>
#include <QObject>
#include <QPainterPath>
#include <QThreadPool>
#include <QTimer>

class QPainter;

namespace pleurascope::ui::review {

/// A film as pixels of the screen. The film is brought to the view's resolution once for each zoom, on a
/// worker; a change of the window then only passes the visible pixels through one table. Until the sharp part
/// arrives its predecessor or the overview stands in, so painting never waits. Enlarged films are first drawn
/// with straight lines between their pixels, then, on the worker, as was chosen. Lives on the GUI thread;
/// works in device pixels.
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
    [[nodiscard]] bool areOverlaysShown() const { return m_overlaysShown; }
    [[nodiscard]] bool isShutterShown() const { return m_shutterShown; }
    /// What the shutter hides, where it is shown; for whoever paints the film elsewhere.
    void paintShutter(QPainter& painter, const QTransform& filmToDevice) const;
    /// Between the pixels of an enlarged film.
    void setInterpolation(imaging::Interpolation interpolation);
    /// The film's own pixels at this zoom are there; a finer enlargement of them may be on its way.
    [[nodiscard]] bool isSharp() const;
    /// Nothing better is on its way.
    [[nodiscard]] bool isFinal() const;

    void paint(QPainter& painter);

Q_SIGNALS:
    /// There is something better to paint.
    void sharpened();

private:
    /// The pixels of a part that are seen, and where they stand in the view.
    struct Placement {
        imaging::PixelRect source;
        QRect target;

        friend bool operator==(const Placement&, const Placement&) = default;
    };
    /// What was last painted of a part, or an enlargement of it that took too long to be made while painting.
    struct Picture {
        Placement placement;
        FilmDisplay display;
        QImage image;

        [[nodiscard]] bool serves(const Placement& wanted, const FilmDisplay& shown) const {
            return !image.isNull() && placement == wanted && display == shown;
        }
    };

    /// Levels of a part as it was last painted, all of it or none.
    struct Levels {
        FilmDisplay display;
        core::PixelBuffer pixels;
    };

    /// `whole`: the part's levels where they are at hand, else empty.
    static Picture pictureOf(const FilmPart& part, const Placement& placement, const FilmDisplay& display,
                             imaging::Interpolation interpolation, const core::PixelBuffer& whole);
    [[nodiscard]] core::PixelBuffer levelsWhileMoving();
    [[nodiscard]] QRectF wantedRegion() const;
    void requestPart();
    void refineWhenStill();
    void requestFine();
    [[nodiscard]] bool coversView(const FilmPart& part) const;
    [[nodiscard]] bool wantsFine() const;
    [[nodiscard]] bool standsPixelByPixel(const FilmPart& part) const;
    [[nodiscard]] Placement placementOf(const FilmPart& part) const;
    void paintPart(QPainter& painter, const FilmPart& part, Picture& last);

    QThreadPool m_pool;
    tasks::LatestTask<FilmPart> m_task{&m_pool};
    tasks::LatestTask<Picture> m_fineTask{&m_pool};
    LoadedFilm m_film;
    FilmDisplay m_display;
    ViewGeometry m_geometry;
    FilmPart m_overview;
    FilmPart m_part;
    Picture m_overviewPicture;
    Picture m_picture;
    Picture m_fine;
    Levels m_levels;       ///< of m_part
    QTimer m_wanting;      ///< another part
    QTimer m_still;        ///< nothing changes
    QPainterPath m_hidden; ///< what the shutter hides, in film coordinates
    imaging::Interpolation m_interpolation = imaging::Interpolation::lanczos;
    bool m_overlaysShown = true;
    bool m_shutterShown = true;
};

} // namespace pleurascope::ui::review
