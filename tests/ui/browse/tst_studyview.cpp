// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browse/WorklistRows.h"
#include "ui/browse/StudyView.h"
#include "ui/widgets/Theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::browse;
using test::makeRow;
using test::withScore;

class TestStudyView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1.0); }
    void theChoiceStaysWhenRowsMoveComeAndGo();
    void enterOpensTheChosenStudy();
    void lettersAreLeftToThePage();
    void theFirstRowOfAGroupCarriesItsHeading();
    void onlyRowsInSightAreVisible();
};

void TestStudyView::theChoiceStaysWhenRowsMoveComeAndGo() {
    StudyListModel studies;
    StudyFilterModel shown(studies);
    StudyView view(shown);
    studies.setModelHash(QStringLiteral("model"));
    studies.setRows({makeRow(1), makeRow(2), makeRow(3)});
    view.choose(2);
    QSignalSpy changed(&view, &StudyView::currentStudyChanged);
    studies.applyScore({3, *withScore(makeRow(3), 0.9).prediction});
    studies.applyScore({2, *withScore(makeRow(2), 0.1).prediction});
    studies.setRows({makeRow(5), makeRow(4), withScore(makeRow(2), 0.95), makeRow(3)});
    QCOMPARE(view.currentStudy(), std::optional<qint64>(2));
    QCOMPARE(changed.count(), 0);
}

void TestStudyView::enterOpensTheChosenStudy() {
    StudyListModel studies;
    StudyFilterModel shown(studies);
    StudyView view(shown);
    studies.setRows({makeRow(1), makeRow(2)});
    QSignalSpy opened(&view, &StudyView::openRequested);
    view.choose(1);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toLongLong(), 2);
}

void TestStudyView::lettersAreLeftToThePage() {
    StudyListModel studies;
    StudyFilterModel shown(studies);
    StudyView view(shown);
    studies.setRows({makeRow(1, "DEMO^ANNA"), makeRow(2, "NORA^EVA")});
    view.choose(1);
    QTest::keyClick(&view, Qt::Key_N);
    QCOMPARE(view.currentStudy(), std::optional<qint64>(1));
}

void TestStudyView::theFirstRowOfAGroupCarriesItsHeading() {
    StudyListModel studies;
    StudyFilterModel shown(studies);
    StudyView view(shown);
    studies.setModelHash(QStringLiteral("model"));
    studies.setRows({withScore(makeRow(1), 0.9), withScore(makeRow(2), 0.8), makeRow(3)});
    view.resize(992, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto height = [&](int row) { return view.visualRect(shown.index(row, 1)).height(); };
    const int plain = StudyDelegate::rowHeight();
    QTRY_COMPARE(height(0), plain + StudyDelegate::headingHeight());
    QCOMPARE(height(1), plain);
    QCOMPARE(height(2), plain + StudyDelegate::headingHeight());
    shown.sortByColumn(StudyListModel::patientColumn, Qt::AscendingOrder);
    QTRY_COMPARE(height(0), plain);
    QCOMPARE(height(2), plain);
}

void TestStudyView::onlyRowsInSightAreVisible() {
    StudyListModel studies;
    StudyFilterModel shown(studies);
    StudyView view(shown);
    std::vector<store::WorklistRow> rows;
    for (int i = 1; i <= 100; ++i)
        rows.push_back(makeRow(i));
    studies.setRows(rows);
    view.resize(992, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_VERIFY(!view.visibleRows().empty());
    const auto visible = view.visibleRows();
    QCOMPARE(visible.front(), 0);
    QVERIFY(visible.size() < 12);
}

QTEST_MAIN(TestStudyView)
#include "tst_studyview.moc"
