// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SegmentedControl.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using pleurascope::ui::widgets::SegmentedControl;

class TestSegmentedControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactlyOneIsChosen();
    void settingIsSilentAndPressingSpeaks();
    void aSecondPressTakesTheChoiceBackWhereThatIsAllowed();
};

namespace {

const QStringList words{QStringLiteral("Off"), QStringLiteral("Outline"), QStringLiteral("Heat")};

} // namespace

void TestSegmentedControl::exactlyOneIsChosen() {
    SegmentedControl control(words);
    const auto buttons = control.findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 3);
    for (int chosen : {0, 2, 2}) {
        buttons[chosen]->click();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(buttons[i]->isChecked(), i == chosen);
        QCOMPARE(control.current(), chosen);
    }
}

void TestSegmentedControl::settingIsSilentAndPressingSpeaks() {
    SegmentedControl control(words);
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    control.setCurrent(1);
    QCOMPARE(chosen.count(), 0);
    control.findChildren<QToolButton*>()[2]->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toInt(), 2);
    control.findChildren<QToolButton*>()[2]->click();
    QCOMPARE(chosen.count(), 1);
}

void TestSegmentedControl::aSecondPressTakesTheChoiceBackWhereThatIsAllowed() {
    SegmentedControl control(words);
    control.setClearable(true);
    auto* first = control.findChildren<QToolButton*>()[0];
    first->click();
    first->click();
    QCOMPARE(control.current(), -1);
    QVERIFY(!first->isChecked());
}

QTEST_MAIN(TestSegmentedControl)
#include "tst_segmentedcontrol.moc"
