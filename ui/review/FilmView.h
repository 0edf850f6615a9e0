// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/CornerNotes.h"
#include "ui/review/EvidenceLayer.h"
#include "ui/review/FilmRaster.h"
#include "ui/review/ViewGeometry.h"
#include "ui/review/WindowDrag.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace pleurascope::ui::review {

enum class FilmTool { window, pan, zoom };

/// The film: shows it at the screen's resolution on black, with notes in its corners and the evidence map on
/// top. Left drag is the chosen tool, middle drag pans, right drag zooms, the wheel asks for another film,
/// Ctrl and wheel zoom at the pointer.
class FilmView : public QWidget {
    Q_OBJECT
public:
    explicit FilmView(QWidget* parent = nullptr);

    /// Number `index` of the `count` films of its study; takes the evidence of the last film away.
    void showFilm(const LoadedFilm& film, int index, int count);
    /// Another frame of the film on show: window, zoom and place stay. Evidence belongs to the first frame
    /// and is only shown there.
    void showFrame(const LoadedFilm& film);
    /// No film; `sentence` may be empty.
    void showNothing(const QString& sentence = {});
    /// No film, and an error in its place.
    void showError(const QString& sentence);
    [[nodiscard]] const QString& message() const { return m_message; }
    [[nodiscard]] bool hasFilm() const { return m_film.film != nullptr; }
    [[nodiscard]] const LoadedFilm& film() const { return m_film; }

    void setDisplay(const FilmDisplay& display);
    [[nodiscard]] const FilmDisplay& display() const { return m_display; }
    void setEvidence(std::shared_ptr<const EvidenceLayer> evidence);
    void setMapMode(MapMode mode);
    /// Takes the map away without forgetting its mode: the film alone, for a look.
    void setMapHidden(bool hidden);
    void setMapOpacity(double opacity);
    void setTool(FilmTool tool);
    /// What the file itself draws over its film and hides of it.
    void setPlanesShown(bool overlays, bool shutter);
    [[nodiscard]] const ViewGeometry& viewGeometry() const { return m_geometry; }

    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void fit();
    void showOneToOne();
    void invert();
    /// Fitted, not inverted, the file's window.
    void reset();

Q_SIGNALS:
    void displayChanged(const pleurascope::ui::review::FilmDisplay& display);
    void toolChanged(pleurascope::ui::review::FilmTool tool);
    /// The wheel: +1 next, -1 previous, film or frame.
    void stepRequested(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// A drag under way.
    struct Drag {
        FilmTool tool = FilmTool::window;
        Qt::MouseButton button = Qt::NoButton;
        QPointF start;
        QPointF last;
        std::optional<WindowDrag> window;
    };

    void adoptView();
    void geometryChanged();
    void updateCursor();
    [[nodiscard]] bool darkIsHigh() const;
    void dragTo(QPointF position, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool hasVisibleEvidence() const;
    void paintEvidence(QPainter& painter) const;

    FilmRaster m_raster;
    LoadedFilm m_film;
    FilmDisplay m_display;
    ViewGeometry m_geometry;
    CornerNotes m_notes;
    QString m_message;
    bool m_isError = false;
    std::shared_ptr<const EvidenceLayer> m_evidence;
    MapMode m_mapMode = MapMode::outline;
    bool m_mapHidden = false;
    double m_mapOpacity = 0.6;
    FilmTool m_tool = FilmTool::window;
    std::optional<Drag> m_drag;
    int m_wheel = 0;
    bool m_keyboardFocus = false;
};

} // namespace pleurascope::ui::review
