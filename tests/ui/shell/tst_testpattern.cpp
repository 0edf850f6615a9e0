// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TestPattern.h"
#include "ui/widgets/Theme.h"

#include <QImage>
#include <QPointer>
#include <QTest>

#include <set>

using namespace pleurascope;
using ui::shell::TestPattern;

class TestTestPattern : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1); }

    void itShowsEveryLevelWithItsSquaresAndNothingButGreys() {
        TestPattern pattern;
        pattern.setAttribute(Qt::WA_DeleteOnClose, false);
        pattern.resize(1600, 1000);
        const QImage picture = pattern.grab().toImage();
        std::set<int> levels;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QRgb pixel = picture.pixel(x, y);
                QVERIFY(qRed(pixel) == qGreen(pixel) && qGreen(pixel) == qBlue(pixel));
                levels.insert(qRed(pixel));
            }
        for (int patch = 0; patch < TestPattern::patches; ++patch) {
            const int level = TestPattern::levelOf(patch);
            QVERIFY(levels.contains(level));
            QVERIFY(levels.contains(std::min(255, level + 4)) && levels.contains(std::max(0, level - 4)));
        }
        QVERIFY(levels.contains(13) && levels.contains(242));
    }

    void linesAreOnePixelWide() {
        TestPattern pattern;
        pattern.setAttribute(Qt::WA_DeleteOnClose, false);
        pattern.resize(1600, 1000);
        const QImage picture = pattern.grab().toImage();
        for (int x = 60; x < 80; ++x) // in the upper left group of lines
            QCOMPARE(qGray(picture.pixel(x, 60)) == 255, qGray(picture.pixel(x + 1, 60)) == 0);
    }

    void keysChangeTheEndsAndEscapeCloses() {
        QPointer<TestPattern> pattern = new TestPattern;
        pattern->show();
        QTest::keyClick(pattern, Qt::Key_Up);
        QCOMPARE(pattern->white(), 360.0);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(pattern, Qt::Key_Left);
        QCOMPARE(pattern->black(), 0.05);
        QTest::keyClick(pattern, Qt::Key_Escape);
        QTRY_VERIFY(pattern.isNull());
    }
};

QTEST_MAIN(TestTestPattern)
#include "tst_testpattern.moc"
