// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QSlider;
class QToolButton;

namespace pleurascope::ui::widgets {
class NumberLabel;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

/// The strip under a film of several frames: a slider, and cine at the file's pace (25 frames a second where
/// it says none). The next frame is asked for when the last one stands, so a slow file plays slowly and loses
/// none. Hidden for films of one frame.
class FrameBar : public QFrame {
    Q_OBJECT
public:
    explicit FrameBar(QWidget* parent = nullptr);

    /// A new film, its first frame on show. `milliseconds` between frames, 0 where the file does not say.
    void setFilm(int frames, double milliseconds);
    /// Frame `frame` (from 0) now stands on the screen.
    void showFrame(int frame);

    [[nodiscard]] int frames() const { return m_frames; }
    [[nodiscard]] int frame() const { return m_frame; }
    [[nodiscard]] bool isPlaying() const { return m_isPlaying; }

public Q_SLOTS:
    /// Stops the cine; stays within the film.
    void step(int by);
    void togglePlaying();
    void stop();

Q_SIGNALS:
    void frameRequested(int frame);

private:
    void layOut();
    void setPlaying(bool playing);
    void request(int frame);
    void requestNext();
    void showCount();

    QToolButton* m_play;
    QSlider* m_slider;
    widgets::NumberLabel* m_count;
    widgets::TextLabel* m_pace;
    QTimer m_next;
    QElapsedTimer m_sinceRequest;
    double m_milliseconds = 40;
    int m_frames = 1;
    int m_frame = 0;
    bool m_isPlaying = false;
};

} // namespace pleurascope::ui::review
