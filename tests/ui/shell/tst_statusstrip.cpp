// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/JobItem.h"
#include "ui/shell/StatusStrip.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace pleurascope::ui::shell;
using pleurascope::ui::widgets::Theme;
using pleurascope::ui::widgets::ThemeChoice;

class TestStatusStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::current().apply(ThemeChoice::dark, 1.0); }
    void theNoticeIsNeverCut_data();
    void theNoticeIsNeverCut();
    void filesSetAsideAreALink();
};

void TestStatusStrip::theNoticeIsNeverCut_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    QTest::newRow("wide") << 1440 << 1.0;
    QTest::newRow("narrow") << 1024 << 1.0;
    QTest::newRow("narrow, large text") << 1024 << 1.5;
}

void TestStatusStrip::theNoticeIsNeverCut() {
    QFETCH(int, width);
    QFETCH(double, scale);
    Theme::current().apply(ThemeChoice::dark, scale);
    StatusStrip strip;
    strip.showImport(QStringLiteral("1,240 of 3,918 files"), 0.3, QStringLiteral("212 a second, 13 s left"));
    strip.setScoringLeft(12);
    strip.setSetAside(7);
    strip.setDevice(QStringLiteral("CPU, 2 threads"));
    strip.resize(width, 32);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    const auto* notice = strip.findChild<QLabel*>(QStringLiteral("notice"));
    QVERIFY(notice->isVisible());
    QVERIFY(notice->width() >= notice->sizeHint().width());
    QVERIFY(notice->mapTo(&strip, QPoint(notice->width(), 0)).x() <= strip.width());
    Theme::current().apply(ThemeChoice::dark, 1.0);
}

void TestStatusStrip::filesSetAsideAreALink() {
    StatusStrip strip;
    QSignalSpy asked(&strip, &StatusStrip::setAsideRequested);
    strip.setSetAside(3);
    strip.resize(1440, 32);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    JobItem* link = nullptr;
    for (auto* job : strip.findChildren<JobItem*>())
        if (job->isVisible())
            link = job;
    QVERIFY(link != nullptr);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    strip.setSetAside(0);
    QVERIFY(!link->isVisible());
}

QTEST_MAIN(TestStatusStrip)
#include "tst_statusstrip.moc"
