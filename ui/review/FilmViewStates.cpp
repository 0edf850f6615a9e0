// SPDX-License-Identifier: GPL-3.0-or-later
// What FilmView shows where there is no picture: nothing, that one is on its way, or what went wrong.
#include "ui/review/FilmFurniture.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/Loading.h"

namespace pleurascope::ui::review {

void FilmView::showError(const QString& sentence) {
    showNothing(sentence);
    m_isError = true;
}

void FilmView::showNothing(const QString& sentence) {
    cancel();
    m_editor->closeWords();
    m_history.clear();
    m_film = {};
    endLoading();
    m_message = sentence;
    m_caption.clear();
    m_isError = false;
    m_isFrameBroken = false;
    m_evidence.reset();
    m_raster.clear();
    m_marks.setMarks({});
    m_geometry.setFilmSize({});
    updateCursor();
    update();
}

void FilmView::showLoading(QSize film) {
    constexpr QSize usualFilm(5, 6);
    showNothing();
    m_loadingSize = film.isEmpty() ? usualFilm : film;
    setAccessibleDescription(tr("The film is being loaded"));
    m_patience.start(widgets::loadingPatience);
}

void FilmView::endLoading() {
    m_patience.stop();
    m_isSkeletonShown = false;
    setAccessibleDescription({});
}

void FilmView::paintWithoutFilm(QPainter& painter) const {
    const FilmFurniture furniture{QRectF(rect())};
    furniture.paintMessage(painter, m_message, m_isError);
    if (m_isFrameBroken) // whose film it is
        furniture.paintNotes(painter, m_notes.chosen(m_cornerChoice), {});
    if (!m_isSkeletonShown)
        return;
    ViewGeometry geometry; // as the film will stand
    geometry.setFilmSize(m_loadingSize);
    geometry.setView(QSizeF(size()), FilmFurniture::margins(size()));
    furniture.paintSkeleton(painter, geometry.filmRectInView());
}

void FilmView::showBrokenFrame(int frame, const QString& sentence) {
    cancel();
    m_editor->closeWords();
    m_film.frame = frame;
    m_message = sentence;
    m_isError = true;
    m_isFrameBroken = true;
    updateCursor();
    measureAnew();
}

} // namespace pleurascope::ui::review
