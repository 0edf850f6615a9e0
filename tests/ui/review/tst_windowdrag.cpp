// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/WindowDrag.h"

#include <QTest>

using namespace pleurascope;
using ui::review::WindowDrag;

class TestWindowDrag : public QObject {
    Q_OBJECT

    static WindowDrag drag(bool darkIsHigh = false) {
        return {imaging::Window{2000, 1000, {}, "BONE"}, imaging::ValueRange{0, 4000}, darkIsHigh};
    }

private Q_SLOTS:
    void rightWidens() {
        WindowDrag window = drag();
        window.moveBy(QPointF(100, 0), WindowDrag::Speed::normal);
        QCOMPARE(window.window().width, 1500.0); // an eighth of 800 px, so an eighth of 4000
        QCOMPARE(window.window().centre, 2000.0);
        QVERIFY(window.window().explanation.empty());
    }

    void upBrightens() {
        WindowDrag window = drag();
        window.moveBy(QPointF(0, -80), WindowDrag::Speed::normal);
        QCOMPARE(window.window().centre, 1600.0); // lower centre: brighter
        WindowDrag negative = drag(true);
        negative.moveBy(QPointF(0, -80), WindowDrag::Speed::normal);
        QCOMPARE(negative.window().centre, 2400.0);
    }

    void controlIsFineAndShiftIsCoarse() {
        WindowDrag fine = drag();
        fine.moveBy(QPointF(100, 0), WindowDrag::Speed::fine);
        QCOMPARE(fine.window().width, 1100.0);
        WindowDrag coarse = drag();
        coarse.moveBy(QPointF(100, 0), WindowDrag::Speed::coarse);
        QCOMPARE(coarse.window().width, 3000.0);
    }

    void widthStaysPositive() {
        WindowDrag window = drag();
        window.moveBy(QPointF(-1e6, 0), WindowDrag::Speed::coarse);
        QCOMPARE(window.window().width, 1.0);
        WindowDrag small({0.5, 0.2, {}, {}}, {0, 1}, false);
        small.moveBy(QPointF(-1e6, 0), WindowDrag::Speed::normal);
        QCOMPARE(small.window().width, 0.001);
    }

    void centreStaysNearTheFilm() {
        WindowDrag window = drag();
        window.moveBy(QPointF(0, 1e6), WindowDrag::Speed::coarse);
        QCOMPARE(window.window().centre, 8000.0);
        window.moveBy(QPointF(0, -1e7), WindowDrag::Speed::coarse);
        QCOMPARE(window.window().centre, -4000.0);
    }
};

QTEST_APPLESS_MAIN(TestWindowDrag)
#include "tst_windowdrag.moc"
