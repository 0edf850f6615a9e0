// SPDX-License-Identifier: GPL-3.0-or-later
// What FilmView shows where there is no picture: nothing, or what went wrong.
#include "ui/review/FilmView.h"

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
