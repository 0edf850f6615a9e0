// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TestPattern.h"

#include "engine/imaging/GreyscaleStandard.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace pleurascope::ui::shell {

namespace {

QColor grey(int level) {
    return {level, level, level};
}

/// What can be read on a grey.
QColor inkOn(int level) {
    return grey(level < 128 ? 220 : 30);
}

} // namespace

TestPattern::TestPattern(QWidget* parent)
    : QWidget(parent, Qt::Window) {
    setObjectName(QStringLiteral("testPattern"));
    setWindowTitle(tr("Test pattern"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_QuitOnClose, false);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Test pattern for the screen"));
}

void TestPattern::showOn(QScreen& screen) {
    setGeometry(screen.geometry());
    showFullScreen();
    activateWindow();
}

void TestPattern::setLuminances(double black, double white) {
    m_black = std::clamp(black, 0.05, 10.0);
    m_white = std::clamp(white, 50.0, 3000.0);
    update();
}

void TestPattern::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio); // one unit is one pixel of the screen
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QSize whole = size() * ratio;
    painter.fillRect(QRect({0, 0}, whole), grey(128));
    paintGrid(painter, whole);
    const int unit = std::min(whole.width() / 16, whole.height() / 10);
    const QRect middle(QPoint(whole.width() / 2 - 6 * unit, whole.height() / 2 - 4 * unit),
                       QSize(12 * unit, 8 * unit));
    paintRamps(painter, QRect(middle.left(), middle.top(), middle.width(), unit));
    paintPatches(painter, QRect(middle.left(), middle.top() + unit * 3 / 2, middle.width(), 4 * unit));
    paintExtremes(painter, QRect(middle.left(), middle.top() + 6 * unit, middle.width(), unit));
    paintWords(painter, QRect(middle.left(), middle.top() + unit * 29 / 4, middle.width(), unit));
    const int side = unit;
    for (const QPoint& corner :
         {QPoint(unit / 2, unit / 2), QPoint(whole.width() - side - unit / 2, unit / 2),
          QPoint(unit / 2, whole.height() - side - unit / 2),
          QPoint(whole.width() - side - unit / 2, whole.height() - side - unit / 2)})
        paintLines(painter, QRect(corner, QSize(side, side)));
}

/// Straight, of even squares, and to the very edge.
void TestPattern::paintGrid(QPainter& painter, const QSize& size) const {
    painter.setPen(QPen(grey(191), 1));
    const int step = std::max(16, size.height() / 20);
    for (int x = size.width() / 2 % step; x < size.width(); x += step)
        painter.drawLine(x, 0, x, size.height());
    for (int y = size.height() / 2 % step; y < size.height(); y += step)
        painter.drawLine(0, y, size.width(), y);
    painter.setPen(QPen(grey(255), 1));
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1);
}

void TestPattern::paintRamps(QPainter& painter, const QRect& area) const {
    for (int x = 0; x < area.width(); ++x)
        painter.fillRect(area.left() + x, area.top(), 1, area.height(),
                         grey(x * 255 / std::max(1, area.width() - 1)));
}

void TestPattern::paintPatches(QPainter& painter, const QRect& area) const {
    const int width = area.width() / (patches / 2);
    const int height = area.height() / 2;
    for (int patch = 0; patch < patches; ++patch) {
        const int row = patch / (patches / 2);
        const int column = row == 0 ? patch : patches - 1 - patch; // neighbours stay neighbours
        paintPatch(painter, {area.left() + column * width, area.top() + row * height, width, height}, patch);
    }
}

/// In opposite corners a square four levels brighter and one four levels darker.
void TestPattern::paintPatch(QPainter& painter, const QRect& place, int patch) const {
    const int level = levelOf(patch);
    painter.fillRect(place, grey(level));
    const QSize square(place.width() / 5, place.width() / 5);
    const int inset = place.width() / 12;
    painter.fillRect(QRect(place.topLeft() + QPoint(inset, inset), square), grey(std::min(255, level + 4)));
    painter.fillRect(
        QRect(place.bottomRight() - QPoint(inset + square.width(), inset + square.height()), square),
        grey(std::max(0, level - 4)));
    QFont font = widgets::Theme::current().font(widgets::TextSize::label);
    font.setPixelSize(std::max(9, place.width() / 8));
    painter.setFont(font);
    painter.setPen(inkOn(level));
    const double target = imaging::targetLuminance(level, m_black, m_white);
    const QLocale locale;
    painter.drawText(
        place, Qt::AlignCenter,
        QStringLiteral("%1\n%2").arg(level).arg(locale.toString(target, 'f', target < 10 ? 2 : 0)));
}

void TestPattern::paintExtremes(QPainter& painter, const QRect& area) const {
    const int width = area.width() / 2;
    const auto pair = [&](const QRect& place, int ground, int level) {
        painter.fillRect(place, grey(ground));
        const int side = place.height() / 2;
        painter.fillRect(QRect(place.center() - QPoint(side / 2, side / 2), QSize(side, side)), grey(level));
    };
    pair({area.left(), area.top(), width, area.height()}, 0, 13);            // five percent on black
    pair({area.left() + width, area.top(), width, area.height()}, 255, 242); // ninety-five on white
}

/// Black and white lines of one pixel and of two, upright and lying.
void TestPattern::paintLines(QPainter& painter, const QRect& place) const {
    const int half = place.width() / 2;
    painter.fillRect(place, grey(0));
    for (int i = 0; i < half; ++i) {
        const bool isFine = i % 2 == 0;
        const bool isCoarse = i % 4 < 2;
        if (isFine) {
            painter.fillRect(place.left() + i, place.top(), 1, half, grey(255));
            painter.fillRect(place.left() + half, place.top() + i, half, 1, grey(255));
        }
        if (isCoarse) {
            painter.fillRect(place.left() + i, place.top() + half, 1, half, grey(255));
            painter.fillRect(place.left() + half, place.top() + half + i, half, 1, grey(255));
        }
    }
}

void TestPattern::paintWords(QPainter& painter, const QRect& area) const {
    QFont font = widgets::Theme::current().font(widgets::TextSize::label);
    font.setPixelSize(std::max(10, area.height() / 5));
    painter.setFont(font);
    painter.setPen(grey(0));
    const QLocale locale;
    painter.drawText(
        area, Qt::AlignHCenter | Qt::AlignTop,
        tr("Every square must be seen, in the black and in the white, too; lines must be sharp.\n"
           "Below each level: cd/m² by the DICOM standard function for black %1 (Left, Right) and "
           "white %2 (Up, Down). Escape closes.")
            .arg(locale.toString(m_black, 'f', 2), locale.toString(m_white, 'f', 0)));
}

void TestPattern::keyPressEvent(QKeyEvent* event) {
    constexpr double blackStep = 0.05;
    constexpr double whiteStep = 10;
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Left:
        setLuminances(m_black - blackStep, m_white);
        break;
    case Qt::Key_Right:
        setLuminances(m_black + blackStep, m_white);
        break;
    case Qt::Key_Up:
        setLuminances(m_black, m_white + whiteStep);
        break;
    case Qt::Key_Down:
        setLuminances(m_black, m_white - whiteStep);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TestPattern::mousePressEvent(QMouseEvent*) {
    close();
}

} // namespace pleurascope::ui::shell
