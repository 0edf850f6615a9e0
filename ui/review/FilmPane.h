// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pleurascope::ui::review {

class FilmView;
class FrameBar;
struct LoadedFilm;

/// A film and, where it has several frames, the strip to move through them. The wheel goes through frames
/// where there are some, else from film to film.
class FilmPane : public QWidget {
    Q_OBJECT
public:
    explicit FilmPane(QWidget* parent = nullptr);

    [[nodiscard]] FilmView& view() { return *m_view; }
    [[nodiscard]] FrameBar& frames() { return *m_frames; }

    /// Number `index` of the `count` films of its study, at its first frame.
    void showFilm(const LoadedFilm& film, int index, int count);
    void showFrame(const LoadedFilm& film);
    /// An error in the place of a frame; the others can be had.
    void showBrokenFrame(int frame, const QString& sentence);
    /// The same where no frame was shown before: the film has `frames`, so many milliseconds apart.
    void showBrokenStart(int frames, double milliseconds);
    /// No film; `sentence` may be empty.
    void showNothing(const QString& sentence = {});
    /// No film yet; `film`: its size, if that is known.
    void showLoading(QSize film);
    /// No film, and an error in its place.
    void showError(const QString& sentence);

Q_SIGNALS:
    void frameRequested(int frame);
    /// +1 next, -1 previous.
    void filmStepRequested(int step);

private:
    FilmView* m_view;
    FrameBar* m_frames;
    bool m_isStartBroken = false; ///< frames are known, none was shown
};

} // namespace pleurascope::ui::review
