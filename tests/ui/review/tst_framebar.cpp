// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FrameBar.h"
#include "ui/widgets/NumberLabel.h"
#include "ui/widgets/Theme.h"

#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace pleurascope::ui;
using pleurascope::ui::review::FrameBar;

class TestFrameBar : public QObject {
    Q_OBJECT

    static int last(const QSignalSpy& spy) { return spy.isEmpty() ? -1 : spy.last().first().toInt(); }

private Q_SLOTS:
    void initTestCase() { widgets::Theme::current().apply(widgets::ThemeChoice::dark, 1); }

    void filmsOfOneFrameHaveNone() {
        FrameBar bar;
        bar.setFilm(1, 0);
        QVERIFY(!bar.isVisibleTo(nullptr));
        bar.togglePlaying();
        QVERIFY(!bar.isPlaying());
        bar.setFilm(2, 0);
        QVERIFY(bar.isVisibleTo(nullptr));
    }

    void stepsStayWithinTheFilm() {
        FrameBar bar;
        bar.setFilm(3, 0);
        QSignalSpy asked(&bar, &FrameBar::frameRequested);
        bar.step(-1);
        QCOMPARE(asked.count(), 0);
        bar.step(1);
        QCOMPARE(last(asked), 1);
        bar.step(1); // again, before the first has come
        QCOMPARE(last(asked), 2);
        bar.step(1);
        QCOMPARE(asked.count(), 2);
        bar.showFrame(2);
        QCOMPARE(bar.frame(), 2);
        QCOMPARE(bar.findChild<widgets::NumberLabel*>()->text(), QStringLiteral("Frame 3 of 3"));
        QCOMPARE(asked.count(), 2); // showing asks for nothing
    }

    void cineAsksForTheNextWhenTheLastStandsAndBeginsAgain() {
        FrameBar bar;
        bar.setFilm(2, 20);
        QSignalSpy asked(&bar, &FrameBar::frameRequested);
        bar.togglePlaying();
        QCOMPARE(last(asked), 1);
        QTest::qWait(60);
        QCOMPARE(asked.count(), 1); // it has not come yet
        bar.showFrame(1);
        QTRY_COMPARE(last(asked), 0);
        bar.togglePlaying();
        bar.showFrame(0);
        QTest::qWait(60);
        QCOMPARE(asked.count(), 2);
    }

    void theHandStopsTheCine() {
        FrameBar bar;
        bar.setFilm(9, 20);
        bar.togglePlaying();
        QVERIFY(bar.isPlaying());
        bar.step(1);
        QVERIFY(!bar.isPlaying());
        bar.togglePlaying();
        bar.findChild<QSlider*>()->setValue(7);
        QVERIFY(!bar.isPlaying());
        bar.togglePlaying();
        bar.setFilm(4, 20);
        QVERIFY(!bar.isPlaying());
        QCOMPARE(bar.frame(), 0);
    }
};

QTEST_MAIN(TestFrameBar)
#include "tst_framebar.moc"
