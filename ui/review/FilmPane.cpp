// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmPane.h"

#include "ui/review/FilmView.h"
#include "ui/review/FrameBar.h"

#include <QVBoxLayout>

namespace pleurascope::ui::review {

FilmPane::FilmPane(QWidget* parent)
    : QWidget(parent)
    , m_view(new FilmView)
    , m_frames(new FrameBar) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_frames);
    connect(m_frames, &FrameBar::frameRequested, this, &FilmPane::frameRequested);
    connect(m_view, &FilmView::stepRequested, this, [this](int step) {
        if (m_frames->frames() > 1)
            m_frames->step(step);
        else
            Q_EMIT filmStepRequested(step);
    });
}

void FilmPane::showFilm(const LoadedFilm& film, int index, int count) {
    const dicom::Instance& instance = film.film->header.instance;
    const bool goesOn = m_isStartBroken && m_frames->frames() == instance.frames;
    m_isStartBroken = false;
    if (!goesOn) // else a cine may be under way
        m_frames->setFilm(instance.frames, instance.frameMilliseconds);
    m_view->showFilm(film, index, count);
    if (film.frame > 0 || goesOn)
        m_frames->showFrame(film.frame);
}

void FilmPane::showFrame(const LoadedFilm& film) {
    m_view->showFrame(film);
    m_frames->showFrame(film.frame);
}

void FilmPane::showBrokenFrame(int frame, const QString& sentence) {
    m_view->showBrokenFrame(frame, sentence);
    m_frames->showFrame(frame);
}

void FilmPane::showBrokenStart(int frames, double milliseconds) {
    if (m_isStartBroken && m_frames->frames() == frames)
        return;
    showNothing();
    m_frames->setFilm(frames, milliseconds);
    m_isStartBroken = true;
}

void FilmPane::showNothing(const QString& sentence) {
    m_isStartBroken = false;
    m_frames->setFilm(1, 0);
    m_view->showNothing(sentence);
}

void FilmPane::showLoading(QSize film) {
    showNothing();
    m_view->showLoading(film);
}

void FilmPane::showError(const QString& sentence) {
    showNothing();
    m_view->showError(sentence);
}

} // namespace pleurascope::ui::review
