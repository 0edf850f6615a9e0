// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/NumberLabel.h"
#include "ui/widgets/TabularText.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

using namespace pleurascope::ui::widgets;

class TestNumberLabel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::current().apply(ThemeChoice::dark, 1.0); }
    void numbersOfEqualLengthHaveEqualWidth();
    void theDecimalSignIsTheLocales();
    void roomIsKeptForTheWidestNumber();
};

void TestNumberLabel::numbersOfEqualLengthHaveEqualWidth() {
    const QFont font = Theme::current().font(TextSize::score);
    QCOMPARE(tabularWidth(font, QStringLiteral("0.11")), tabularWidth(font, QStringLiteral("0.88")));
    QVERIFY(tabularWidth(font, QStringLiteral("0.111")) > tabularWidth(font, QStringLiteral("0.11")));
}

void TestNumberLabel::theDecimalSignIsTheLocales() {
    NumberLabel label;
    QLocale::setDefault(QLocale(QLocale::German));
    label.setNumber(0.834, 2);
    QCOMPARE(label.text(), QStringLiteral("0,83"));
    QLocale::setDefault(QLocale(QLocale::English));
    label.setNumber(0.834, 2);
    QCOMPARE(label.text(), QStringLiteral("0.83"));
}

void TestNumberLabel::roomIsKeptForTheWidestNumber() {
    NumberLabel label;
    label.setWidest(QStringLiteral("100.00"));
    const QSize empty = label.sizeHint();
    label.setText(QStringLiteral("1.11"));
    QCOMPARE(label.sizeHint(), empty);
}

QTEST_MAIN(TestNumberLabel)
#include "tst_numberlabel.moc"
