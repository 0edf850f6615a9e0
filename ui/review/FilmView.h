// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/CornerNotes.h"
#include "ui/review/EdgeLetters.h"
#include "ui/review/EvidenceLayer.h"
#include "ui/review/FilmRaster.h"
#include "ui/review/MouseConvention.h"
#include "ui/review/ViewState.h"
#include "ui/review/marks/MarkEditor.h"
#include "ui/review/marks/MarkList.h"
#include "ui/review/tools/FilmTool.h"

#include <QTimer>
#include <QUndoStack>
#include <QWidget>

#include <memory>
#include <optional>

namespace pleurascope::ui::review {

/// The film: shows it at the screen's resolution on black, with notes in its corners, the evidence map and
/// the reader's marks on top. The left button is the chosen tool's, unless a mark lies under it; the other
/// buttons and the wheel do what the mouse convention says. All that changes the view or a mark can be
/// undone.
class FilmView : public QWidget {
    Q_OBJECT
public:
    explicit FilmView(QWidget* parent = nullptr);
    ~FilmView() override;

    /// Number `index` of the `count` films of its study; takes evidence and history of the last film away.
    void showFilm(const LoadedFilm& film, int index, int count);
    /// Another frame of the film on show: window, zoom and place stay. Evidence belongs to the first frame
    /// and is only shown there.
    void showFrame(const LoadedFilm& film);
    /// The film on show by another presentation state, or by none: laid out as that says, marks hidden until
    /// one is drawn.
    void showPresented(const LoadedFilm& film);
    /// No film; `sentence` may be empty.
    void showNothing(const QString& sentence = {});
    /// No film yet: after a moment, so that nothing flickers, blocks stand where it and its notes will.
    /// `film`: its size, if that is known.
    void showLoading(QSize film);
    [[nodiscard]] bool isSkeletonShown() const { return m_isSkeletonShown; }
    /// No film, and an error in its place.
    void showError(const QString& sentence);
    /// An error in the place of one frame of the film on show, whose view and marks wait for another frame.
    void showBrokenFrame(int frame, const QString& sentence);
    [[nodiscard]] const QString& message() const { return m_message; }
    /// A picture that can be worked on.
    [[nodiscard]] bool hasFilm() const { return m_film.film != nullptr && !m_isFrameBroken; }
    [[nodiscard]] const LoadedFilm& film() const { return m_film; }

    /// At once and without a line in the history: for what is under way.
    void setDisplay(const FilmDisplay& display);
    void setGeometryOfFilm(const ViewGeometry& geometry);
    void setState(const ViewState& state);
    [[nodiscard]] const FilmDisplay& display() const { return m_display; }
    [[nodiscard]] const ViewGeometry& viewGeometry() const { return m_geometry; }
    [[nodiscard]] ViewState state() const { return {m_geometry, m_display, m_ratio}; }
    /// Does `action` and keeps what it changed, so that it can be undone.
    void change(const QString& words, const std::function<void()>& action);
    /// What has changed since `before` can be undone from now on; nothing happens where nothing changed.
    void keepChange(const ViewState& before, const QString& words);
    [[nodiscard]] QUndoStack& history() { return m_history; }

    void setEvidence(std::shared_ptr<const EvidenceLayer> evidence);
    void setMapMode(MapMode mode);
    /// Takes the map away without forgetting its mode: the film alone, for a look.
    void setMapHidden(bool hidden);
    void setMapOpacity(double opacity);
    /// What the file itself draws over its film and hides of it.
    void setPlanesShown(bool overlays, bool shutter);
    [[nodiscard]] bool areOverlaysShown() const { return m_raster.areOverlaysShown(); }
    [[nodiscard]] bool isShutterShown() const { return m_raster.isShutterShown(); }
    /// Whether the frame on show is a key image.
    [[nodiscard]] bool isKeyImage() const;
    void setKeyImage(bool isKey);
    /// Another one that may be chosen, where it is about the film on show.
    void addPresentation(const store::PresentationRecord& record);
    void setInterpolation(imaging::Interpolation interpolation);
    void setMouseConvention(const MouseConvention& convention) { m_mouse = convention; }
    void setCornerChoice(const CornerChoice& choice);
    /// A pill at the top: which of several films this is. Empty: none.
    void setCaption(const QString& caption);
    /// A border: the one of several that keys mean.
    void setChosen(bool chosen);

    /// By its id; an unknown one changes nothing.
    void setTool(const QString& id);
    [[nodiscard]] QString tool() const { return m_tool->words().id; }

    [[nodiscard]] MarkList& marks() { return m_marks; }
    [[nodiscard]] MarkEditor& editor() { return *m_editor; }
    /// Asks for its words where its kind wants some, then adds it, chosen.
    void addMark(const Mark& mark);
    void dropMoving(const QString& uid) { m_marks.drop(uid); }
    /// Who draws.
    void setReader(const QString& reader) { m_reader = reader; }
    [[nodiscard]] const QString& reader() const { return m_reader; }
    [[nodiscard]] const MeasuredFilm& measuredFilm() const { return m_measured; }
    /// Those of the frame on show, unless a presentation state takes their place.
    [[nodiscard]] std::vector<Mark> shownMarks() const;

    /// The picture on the screen is as good as it will get.
    [[nodiscard]] bool isFinal() const { return m_raster.isFinal(); }
    /// Film coordinates to the logical pixels of this widget.
    [[nodiscard]] QTransform filmToLogical() const;
    /// The film around a point at `factor` device pixels a film pixel, with evidence and marks, into
    /// `target`.
    void paintEnlarged(QPainter& painter, const QRect& target, QPointF film, int factor) const;
    /// The view as it stands here, without what belongs to the hand.
    [[nodiscard]] QImage picture();
    /// The whole film as it lies, as large as fits into `target`, with evidence, marks, badges and ruler; on
    /// black. `ratio`: device pixels a unit of the painter.
    void paintWhole(QPainter& painter, const QRect& target, double ratio) const;
    /// What the view shows, as large as fits into `target`, with all that `picture` has, at the resolution of
    /// the painter. `ratio`: device pixels a unit of the painter.
    void paintAsShown(QPainter& painter, const QRect& target, double ratio) const;
    /// The size of the whole film as it lies, in film pixels.
    [[nodiscard]] QSize lyingSize() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void fit();
    void showOneToOne();
    /// One millimetre of the film is one of the screen; nothing without a spacing.
    void showRealSize();
    /// By steps of the wheel, about the view's middle.
    void zoomBy(double steps);
    /// The film by logical pixels.
    void moveBy(QPointF distance);
    /// A window or table of the reader's choice.
    void chooseDisplay(const pleurascope::ui::review::FilmDisplay& display);
    /// The window as if the window tool were dragged by logical pixels; grey films only.
    void moveWindow(QPointF distance);
    void turn(int quarters);
    void flip();
    void invert();
    /// Fitted, as stored, not inverted, the file's window; or all as the presentation state on show has it.
    void reset();
    /// Escape: drops what is under way. False where nothing was.
    bool cancel();
    /// Enter: ends a line or polygon.
    bool finish();

Q_SIGNALS:
    void displayChanged(const pleurascope::ui::review::FilmDisplay& display);
    void geometryChanged();
    void toolChanged(const QString& id);
    /// The wheel: +1 next, -1 previous, film or frame.
    void stepRequested(int step);
    /// A press or the keyboard's focus: this view is meant.
    void activated();
    void doubleClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void adoptView();
    void endLoading();
    void paintWithoutFilm(QPainter& painter) const;
    void adoptOf(const LoadedFilm& film);
    void layOutPresentation();
    [[nodiscard]] double dotsAMillimetre() const;
    void paintPresentation(QPainter& painter, const QTransform& filmToLogical) const;
    void applyGeometry();
    void changeGeometry(const QString& words, const std::function<void(ViewGeometry&)>& action);
    [[nodiscard]] QRegion whatWindowChanges() const;
    void updateCursor(const Pointer* pointer = nullptr);
    void measureAnew();
    [[nodiscard]] FilmTool* toolOf(const QString& id) const;
    [[nodiscard]] Pointer pointerOf(const QMouseEvent& event) const;
    void zoomByWheel(double steps, QPointF position);
    void probe(const Pointer* pointer);
    [[nodiscard]] bool hasVisibleEvidence() const;
    void paintGround(QPainter& painter, const QRegion& region) const;
    void paintFilm(QPainter& painter);
    void paintBorder(QPainter& painter) const;
    /// What `geometry` sees of the film, with evidence and marks; the geometry's view is `target` in device
    /// pixels.
    void paintFilmBy(QPainter& painter, const QRect& target, const ViewGeometry& geometry, double ratio,
                     bool withHand) const;
    void paintEvidence(QPainter& painter, const QTransform& filmToDevice, double ratio) const;
    /// Into `room`, where `geometry` stands; without what belongs to the hand.
    void paintFurniture(QPainter& painter, const QRect& room, const ViewGeometry& geometry, double ratio,
                        const QString& probe) const;
    void paintMarks(QPainter& painter, const QTransform& filmToLogical, const QRectF& room,
                    bool withHand) const;
    [[nodiscard]] QStringList badges() const;
    [[nodiscard]] EdgeLetters edgeLetters() const;

    FilmRaster m_raster;
    LoadedFilm m_film;
    FilmDisplay m_display;
    ViewGeometry m_geometry;
    double m_ratio = 1; ///< device pixels, which the geometry counts in, to a logical one
    CornerNotes m_notes;
    CornerChoice m_cornerChoice;
    QString m_caption;
    bool m_isChosen = false;
    QString m_message;
    bool m_isError = false;
    bool m_isSkeletonShown = false;
    QSize m_loadingSize;
    QTimer m_patience;
    bool m_isFrameBroken = false; ///< the film is there, its frame is not

    std::shared_ptr<const EvidenceLayer> m_evidence;
    MapMode m_mapMode = MapMode::outline;
    bool m_mapHidden = false;
    double m_mapOpacity = 0.6;

    MarkList m_marks;
    bool m_marksHidden = false; ///< a presentation state's graphics are shown in their place
    MeasuredFilm m_measured;
    QString m_reader;
    MarkEditor* m_editor;
    QUndoStack m_history;

    std::vector<std::unique_ptr<FilmTool>> m_tools;
    FilmTool* m_tool;
    FilmTool* m_pressedTool = nullptr; ///< whose drag is under way
    Qt::MouseButton m_pressedButton = Qt::NoButton;
    MouseConvention m_mouse;
    QString m_probe;
    QRegion m_painted;                   ///< what the film took before its last move
    imaging::Orientation m_paintedLying; ///< how it lay then
    int m_wheel = 0;
    bool m_keyboardFocus = false;
};

} // namespace pleurascope::ui::review
