// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pleurascope::ui::shell {

/// Fills a screen with what shows whether it can be trusted with films, in device pixels and pure greys: 18
/// patches with squares that are hard to see, the darkest and brightest five percent, ramps, lines of one and
/// two pixels, a grid that must be straight. Each patch says its level and the luminance that a display which
/// follows the Grayscale Standard Display Function (PS3.14) shows there, for the black and white that it has.
/// Up and Down change white, Left and Right black; Escape closes.
class TestPattern : public QWidget {
    Q_OBJECT
public:
    explicit TestPattern(QWidget* parent = nullptr);

    /// Over the whole of a screen.
    void showOn(QScreen& screen);
    /// cd/m2, with the room's light.
    void setLuminances(double black, double white);
    [[nodiscard]] double black() const { return m_black; }
    [[nodiscard]] double white() const { return m_white; }

    static constexpr int patches = 18;
    /// The digital level of a patch: 0, 15, ... 255.
    [[nodiscard]] static int levelOf(int patch) { return patch * 255 / (patches - 1); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void paintGrid(QPainter& painter, const QSize& size) const;
    void paintPatches(QPainter& painter, const QRect& area) const;
    void paintPatch(QPainter& painter, const QRect& place, int patch) const;
    void paintRamps(QPainter& painter, const QRect& area) const;
    void paintExtremes(QPainter& painter, const QRect& area) const;
    void paintLines(QPainter& painter, const QRect& place) const;
    void paintWords(QPainter& painter, const QRect& area) const;

    double m_black = 0.5;
    double m_white = 350;
};

} // namespace pleurascope::ui::shell
