// SPDX-License-Identifier: GPL-3.0-or-later
// What the view shows and how that changes; FilmViewInput.cpp has its events, FilmViewPaint.cpp its painting,
// FilmViewPlace.cpp what turns, fits and inverts it, FilmViewPresentation.cpp presentation states and key
// images, FilmViewStates.cpp what stands there without a picture.
#include "ui/review/FilmView.h"

#include "ui/review/FilmFurniture.h"
#include "ui/review/marks/MarkCommand.h"
#include "ui/widgets/Theme.h"

#include <QUndoCommand>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::Theme;

namespace {

constexpr int historyLength = 200;

/// A change of the view that has already been made when it is kept.
class ViewCommand : public QUndoCommand {
public:
    ViewCommand(FilmView& view, ViewState before, ViewState after, const QString& words)
        : QUndoCommand(words)
        , m_view(view)
        , m_before(std::move(before))
        , m_after(std::move(after)) {}

    void undo() override { m_view.setState(m_before); }
    void redo() override {
        if (m_isMade)
            m_view.setState(m_after);
        m_isMade = true;
    }

private:
    FilmView& m_view;
    ViewState m_before;
    ViewState m_after;
    bool m_isMade = false;
};

std::vector<Mark> marksIn(const LoadedFilm& film) {
    std::vector<Mark> marks;
    for (const store::AnnotationRecord& record : film.annotations)
        marks.push_back(Mark::of(record));
    return marks;
}

} // namespace

FilmView::FilmView(QWidget* parent)
    : QWidget(parent)
    , m_editor(new MarkEditor(*this))
    , m_tools(makeFilmTools())
    , m_tool(m_tools.front().get()) {
    m_history.setUndoLimit(historyLength);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setAccessibleName(tr("Film"));
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isSkeletonShown = true;
        update();
    });
    connect(&m_raster, &FilmRaster::sharpened, this, qOverload<>(&QWidget::update));
    connect(&m_marks, &MarkList::changed, this, &FilmView::measureAnew);
    connect(&m_marks, &MarkList::changedToKeep, this, [this] { m_marksHidden = false; });
    connect(&m_marks, &MarkList::chosenChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::current(), &Theme::themeChanged, this, &FilmView::adoptView);
    updateCursor();
}

FilmView::~FilmView() {
    m_history.blockSignals(true); // nobody need hear of the end
    m_history.clear();            // commands refer to the marks
}

void FilmView::showFilm(const LoadedFilm& film, int index, int count) {
    cancel();
    m_editor->closeWords();
    m_history.clear();
    m_film = film;
    endLoading();
    m_message.clear();
    m_isFrameBroken = false;
    m_evidence.reset();
    m_probe.clear();
    m_display = film.initial;
    m_notes = CornerNotes::of(film.film->header, index, count);
    m_geometry.setFilmSize({film.film->image.pixels.width(), film.film->image.pixels.height()},
                           film.film->image.display.pixelAspect);
    m_raster.setFilm(film);
    m_marks.setMarks(marksIn(film));
    m_marksHidden = film.presentation != nullptr;
    updateCursor();
    adoptView();
    Q_EMIT displayChanged(m_display);
}

void FilmView::showFrame(const LoadedFilm& film) {
    // An automatic window stays for all frames: one of each frame's own would flicker.
    const bool adoptsWindow = m_display == m_film.initial && film.bringsWindow();
    const imaging::Window automatic = m_film.initial.window;
    cancel();
    m_message.clear();
    m_isFrameBroken = false;
    adoptOf(film);
    m_marksHidden = m_marksHidden && film.presentation != nullptr;
    if (!film.bringsWindow())
        m_film.initial.window = automatic;
    m_raster.setFilm(film);
    m_raster.setGeometry(m_geometry);
    setDisplay(adoptsWindow ? film.initial : m_display);
    measureAnew();
}

void FilmView::measureAnew() {
    m_measured = hasFilm() ? MeasuredFilm(m_film.film, m_marks.marks()) : MeasuredFilm();
    update();
}

void FilmView::setDisplay(const FilmDisplay& display) {
    m_display = display;
    m_raster.setDisplay(display);
    update(whatWindowChanges());
    Q_EMIT displayChanged(m_display);
}

/// The film, and the notes and badges that tell of it: on a large screen half of what there is.
QRegion FilmView::whatWindowChanges() const {
    const QRect film =
        filmToLogical().mapRect(QRectF(QPointF(0, 0), QSizeF(m_geometry.filmSize()))).toAlignedRect();
    const QRect notes(0, height() - px(72), px(320), px(72));
    return QRegion(film.adjusted(-1, -1, 1, 1) & rect()) + notes + QRect(0, 0, width(), px(120));
}

void FilmView::setGeometryOfFilm(const ViewGeometry& geometry) {
    m_geometry = geometry;
    applyGeometry();
}

void FilmView::setState(const ViewState& state) {
    m_geometry = state.geometry;
    m_ratio = state.ratio;
    adoptView(); // the view may have another size by now, and stand on another screen
    setDisplay(state.display);
}

void FilmView::change(const QString& words, const std::function<void()>& action) {
    if (!hasFilm())
        return;
    const ViewState before = state();
    action();
    keepChange(before, words);
}

void FilmView::changeGeometry(const QString& words, const std::function<void(ViewGeometry&)>& action) {
    change(words, [&] {
        action(m_geometry);
        applyGeometry();
    });
}

void FilmView::keepChange(const ViewState& before, const QString& words) {
    if (!(before == state()))
        m_history.push(new ViewCommand(*this, before, state(), words));
}

void FilmView::setEvidence(std::shared_ptr<const EvidenceLayer> evidence) {
    m_evidence = std::move(evidence);
    update();
}

void FilmView::setMapHidden(bool hidden) {
    m_mapHidden = hidden;
    update();
}

void FilmView::setPlanesShown(bool overlays, bool shutter) {
    m_raster.setPlanesShown(overlays, shutter);
    update();
}

void FilmView::setInterpolation(imaging::Interpolation interpolation) {
    m_raster.setInterpolation(interpolation);
    update();
}

void FilmView::setCornerChoice(const CornerChoice& choice) {
    m_cornerChoice = choice;
    update();
}

void FilmView::setCaption(const QString& caption) {
    m_caption = caption;
    update();
}

void FilmView::setChosen(bool chosen) {
    m_isChosen = chosen;
    update();
}

void FilmView::setMapMode(MapMode mode) {
    m_mapMode = mode;
    update();
}

void FilmView::setMapOpacity(double opacity) {
    m_mapOpacity = opacity;
    update();
}

FilmTool* FilmView::toolOf(const QString& id) const {
    const auto found = std::find_if(m_tools.begin(), m_tools.end(),
                                    [&](const auto& tool) { return tool->words().id == id; });
    return found == m_tools.end() ? nullptr : found->get();
}

void FilmView::setTool(const QString& id) {
    FilmTool* tool = toolOf(id);
    if (tool == nullptr)
        return;
    cancel();
    m_tool = tool;
    updateCursor();
    Q_EMIT toolChanged(id);
}

void FilmView::addMark(const Mark& mark) {
    const auto add = [this](const Mark& added) {
        m_history.push(new MarkCommand(m_marks, std::nullopt, added, markKind(added.kind)->words().name));
        m_marks.choose(added.uid);
    };
    if (markKind(mark.kind)->askedWords().isEmpty()) {
        add(mark);
        return;
    }
    m_marks.move(mark); // seen while its words are typed
    m_editor->askWords(mark, [this, add, uid = mark.uid](const std::optional<Mark>& named) {
        m_marks.drop(uid);
        if (named)
            add(*named);
    });
}

QTransform FilmView::filmToLogical() const {
    const double ratio = devicePixelRatioF();
    return m_geometry.filmToView() * QTransform::fromScale(1 / ratio, 1 / ratio);
}

QSize FilmView::minimumSizeHint() const {
    return {px(160), px(160)};
}

void FilmView::adoptView() {
    const double ratio = devicePixelRatioF();
    if (ratio != m_ratio) // the same is seen as before
        m_geometry = m_geometry.magnified(ratio / m_ratio);
    m_ratio = ratio;
    m_geometry.setView(QSizeF(size()) * ratio, FilmFurniture::margins(size()) * ratio);
    applyGeometry();
    update(); // all of it: another size, film or look
}

void FilmView::applyGeometry() {
    m_raster.setGeometry(m_geometry);
    const QRegion now = whatWindowChanges();
    // Marks and their labels may stand beside the film; the ruler grows with it, letters at the edges turn.
    if (m_marks.marks().empty() && m_paintedLying == m_geometry.orientation())
        update(m_painted + now + QRect(0, height() / 2, px(120), height()));
    else
        update();
    m_painted = now;
    m_paintedLying = m_geometry.orientation();
    Q_EMIT geometryChanged();
}

} // namespace pleurascope::ui::review
